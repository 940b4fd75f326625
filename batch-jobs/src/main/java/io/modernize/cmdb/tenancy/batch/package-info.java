/**
 * The job that deletes everything of an engagement. A module of its own inside tenancy: jobs and inventory stand on
 * tenancy, and this stands on them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenancy::application", "inventory::application", "jobs", "jobs::application"})
package io.modernize.cmdb.tenancy.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
