/** The end of an engagement or a client account: everything that belongs to it is deleted. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "tenancy::application",
            "tenancy::persistence",
            "inventory::application",
            "jobs",
            "jobs::application",
            "jobs::batch"
        })
package io.modernize.cmdb.offboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
