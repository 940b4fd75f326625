/** Gives uploads their limits. */
@NullMarked
package io.modernize.cmdb.inventory.wiring;

import org.jspecify.annotations.NullMarked;
