/**
 * The conditions on assets that searches and lists share, and the counts of the assets that meet them. It knows no
 * database.
 */
@NullMarked
@NamedInterface("filter")
package io.modernize.cmdb.similarity.filter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
