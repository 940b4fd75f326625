/** Questions over the embedded assets of one tenant scope, and their answers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "tenancy::application",
            "tenancy::graphql",
            "tenancy::persistence",
            "inventory",
            "inventory::application",
            "inventory::persistence",
            "embedding",
            "embedding::application",
            "jobs",
            "jobs::application",
            "jobs::batch"
        })
package io.modernize.cmdb.similarity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
