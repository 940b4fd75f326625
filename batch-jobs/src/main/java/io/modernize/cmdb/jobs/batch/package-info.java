/** Runs jobs: attempts of Spring Batch jobs that can be stopped, and what waits in the queue. */
@NullMarked
@NamedInterface("batch")
package io.modernize.cmdb.jobs.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
