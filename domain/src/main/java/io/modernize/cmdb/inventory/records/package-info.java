/** A record of a source file and its fields: texts, numbers, lists, and what is wrong with them. */
@NullMarked
@NamedInterface("records")
package io.modernize.cmdb.inventory.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
