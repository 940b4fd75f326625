/** Use cases and ports of lists of assets, and of the counts of their values. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.similarity.listing.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
