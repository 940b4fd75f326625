/** Which activities of the inventory an application has. */
@NullMarked
@NamedInterface("composition")
package io.modernize.cmdb.inventory.composition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
