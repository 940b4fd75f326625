/** Starts the schedules where the service serves, and reads the settings of the queue. */
@NullMarked
package io.modernize.cmdb.jobs.wiring;

import org.jspecify.annotations.NullMarked;
