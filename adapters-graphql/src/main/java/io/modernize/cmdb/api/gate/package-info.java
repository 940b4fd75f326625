/** Lets requests in: how many run at a time, how much each caller may ask for, and for how long. */
@NullMarked
package io.modernize.cmdb.api.gate;

import org.jspecify.annotations.NullMarked;
