/** An import: its identity, its limits, and why it can be refused. */
@NullMarked
@NamedInterface("imports")
package io.modernize.cmdb.inventory.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
