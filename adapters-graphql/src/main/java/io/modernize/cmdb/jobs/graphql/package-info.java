/** Starts, shows, stops and restarts jobs over GraphQL. */
@NullMarked
@NamedInterface("graphql")
package io.modernize.cmdb.jobs.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
