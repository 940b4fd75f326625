package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.files.batch.SourceFile;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.TenantScope;

/** One running import: what it imports, and to whom it reports. */
record ImportRun(
        TenantScope scope,
        AssetImport assetImport,
        SourceFile file,
        MissingAssetPolicy missingAssets,
        JobProgress progress) {}
