/** Use cases and ports of the two searches: assets that fit a text, and assets like an asset. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.similarity.search.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
