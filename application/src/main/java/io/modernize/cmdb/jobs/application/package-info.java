/** Use cases and ports of jobs: ask for one, watch it, stop it, and run what was asked for. */
@NullMarked
@NamedInterface("application")
package io.modernize.cmdb.jobs.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
