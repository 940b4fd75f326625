/** The order of a list of assets, and a place in such a list. */
@NullMarked
@NamedInterface("listing")
package io.modernize.cmdb.similarity.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
