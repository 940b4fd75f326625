/** Questions over the assets of one tenant scope, the plan of a search, and its answers. */
@NullMarked
@NamedInterface("search")
package io.modernize.cmdb.similarity.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
