/** Wires the use cases of inventory. */
@NullMarked
package io.modernize.cmdb.inventory.wiring;

import org.jspecify.annotations.NullMarked;
