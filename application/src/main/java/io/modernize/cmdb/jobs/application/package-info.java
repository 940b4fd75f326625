/** Use cases and ports of jobs: starting, watching, stopping and running them. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.jobs.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
