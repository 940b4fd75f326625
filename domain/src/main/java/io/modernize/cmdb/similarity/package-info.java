/**
 * Questions about the assets of one tenant scope: searches, lists, duplicates, and the indexes and spaces behind them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "tenancy::application",
            "tenancy::persistence",
            "audit",
            "audit::application",
            "offboarding::application",
            "api::*",
            "inventory",
            "inventory::application",
            "inventory::persistence",
            "inventory::imports",
            "embedding",
            "embedding::application",
            "jobs",
            "jobs::application",
            "jobs::batch"
        })
package io.modernize.cmdb.similarity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
