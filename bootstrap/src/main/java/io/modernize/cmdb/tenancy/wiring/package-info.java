/** Lets browsers of other origins in, where the configuration names them. */
@NullMarked
package io.modernize.cmdb.tenancy.wiring;

import org.jspecify.annotations.NullMarked;
