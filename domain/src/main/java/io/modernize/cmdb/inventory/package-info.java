/** CMDB assets, their relations, and the imports that bring them in. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "tenancy::application",
            "tenancy::persistence",
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
