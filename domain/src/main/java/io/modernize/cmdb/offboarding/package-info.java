/** The deletion of an engagement or a client account with everything that belongs to it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "tenancy::application",
            "tenancy::persistence",
            "tenancy::shares",
            "inventory::application",
            "jobs",
            "jobs::application",
            "jobs::batch"
        })
package io.modernize.cmdb.offboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
