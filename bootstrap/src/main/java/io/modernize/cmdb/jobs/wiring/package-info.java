/** Wires the use cases of jobs. */
@NullMarked
package io.modernize.cmdb.jobs.wiring;

import org.jspecify.annotations.NullMarked;
