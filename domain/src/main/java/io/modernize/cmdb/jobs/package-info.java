/** The jobs of a client account that run in the background, with their status and progress. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "tenancy::application",
            "tenancy::persistence",
            "tenancy::shares",
            "audit",
            "audit::application",
            "api::*"
        })
package io.modernize.cmdb.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
