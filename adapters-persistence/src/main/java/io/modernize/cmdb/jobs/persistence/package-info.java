/** PostgreSQL adapter: runs of jobs, and the queue that they wait in. */
@NullMarked
package io.modernize.cmdb.jobs.persistence;

import org.jspecify.annotations.NullMarked;
