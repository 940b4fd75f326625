/** The gate of the GraphQL API: whose scope a request has, what it may cost, and what callers learn of failures. */
@NullMarked
@NamedInterface("graphql")
package io.modernize.cmdb.tenancy.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
