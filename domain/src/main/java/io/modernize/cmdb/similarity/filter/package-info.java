/** Conditions on the attributes of assets, and the counts of what meets them. */
@NullMarked
@NamedInterface("filter")
package io.modernize.cmdb.similarity.filter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
