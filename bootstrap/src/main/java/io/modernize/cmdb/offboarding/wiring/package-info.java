/** Wires the use cases of offboarding. */
@NullMarked
package io.modernize.cmdb.offboarding.wiring;

import org.jspecify.annotations.NullMarked;
