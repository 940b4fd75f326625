/** The identity of an import, its limits, and the reasons to refuse a file. */
@NullMarked
@NamedInterface("imports")
package io.modernize.cmdb.inventory.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
