/** PostgreSQL adapter: runs of jobs, their queue, and the locks of schedules. */
@NullMarked
package io.modernize.cmdb.jobs.persistence;

import org.jspecify.annotations.NullMarked;
