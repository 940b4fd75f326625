/** What runs in the background for a client account: its jobs, and how far each is. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "tenancy::application",
            "tenancy::persistence",
            "audit",
            "audit::application",
            "api::*"
        })
package io.modernize.cmdb.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
