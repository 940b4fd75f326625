/** The assets of a CMDB and their relations. Its rooms have the formats of imports and their rows. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "tenancy::application",
            "tenancy::persistence",
            "tenancy::shares",
            "audit",
            "audit::application",
            "api::*",
            "jobs",
            "jobs::application",
            "jobs::batch",
            "jobs::graphql"
        })
package io.modernize.cmdb.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
