/** Wires the use cases of tenancy. */
@NullMarked
package io.modernize.cmdb.tenancy.wiring;

import org.jspecify.annotations.NullMarked;
