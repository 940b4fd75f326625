/**
 * Runs jobs: attempts of Spring Batch jobs that can be stopped, the workers of the queue, and the schedules of all
 * capabilities.
 */
@NullMarked
@NamedInterface("batch")
package io.modernize.cmdb.jobs.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
