/**
 * Look-ups for all rows of an answer together, by the scopes that the rows were found in. All capabilities look up the
 * engagements of their rows.
 */
@NullMarked
@NamedInterface("lookups")
package io.modernize.cmdb.api.lookups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
