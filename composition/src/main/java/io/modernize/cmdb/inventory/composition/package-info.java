/** Registers the use cases of the inventory as beans, each once. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.inventory.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
