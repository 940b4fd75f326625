/** Embedding spaces, vectors, and the documents that assets are embedded as. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "tenancy::application",
            "tenancy::shares",
            "tenancy::persistence",
            "api::*",
            "inventory",
            "inventory::application",
            "inventory::persistence",
            "jobs",
            "jobs::application",
            "jobs::batch"
        })
package io.modernize.cmdb.embedding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
