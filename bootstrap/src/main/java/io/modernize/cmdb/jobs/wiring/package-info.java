/** Starts the schedules where the service serves. */
@NullMarked
package io.modernize.cmdb.jobs.wiring;

import org.jspecify.annotations.NullMarked;
