package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.files.batch.SourceFile;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * The state of one running import.
 *
 * @param settlement the results of its last step; null until then
 */
record ImportRun(
        TenantScope scope,
        AssetImport assetImport,
        SourceFile file,
        MissingAssetPolicy missingAssets,
        JobProgress progress) {}
