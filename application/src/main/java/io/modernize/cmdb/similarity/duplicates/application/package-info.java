/** Use cases and ports of duplicates: finding them, and reviewing what was found. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.similarity.duplicates.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
