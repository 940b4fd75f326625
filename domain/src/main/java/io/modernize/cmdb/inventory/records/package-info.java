/** A record of a source file, the values of its fields, and the problems found in them. It knows no format. */
@NullMarked
@NamedInterface("records")
package io.modernize.cmdb.inventory.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
