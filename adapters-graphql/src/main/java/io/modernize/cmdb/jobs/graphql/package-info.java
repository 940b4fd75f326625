/** GraphQL adapter: starts, shows, stops and restarts jobs. */
@NullMarked
@NamedInterface("graphql")
package io.modernize.cmdb.jobs.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
