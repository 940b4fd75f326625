package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Files that wait for their import. */
public interface ImportUploads {
    /** A file without content yet. The scope covers the engagement. */
    ImportUploadId begin(TenantScope scope, EngagementId engagementId, String fileName);

    /** @param position of the part, from 0 without a gap */
    void append(TenantScope scope, ImportUploadId id, int position, byte[] part);

    /** All parts are there. */
    void complete(TenantScope scope, ImportUploadId id);

    /** A complete file. */
    Optional<ImportUpload> find(TenantScope scope, ImportUploadId id);

    /**
     * Its content from the first byte, without holding all of it in memory. Reading throws an {@link IOException} where the
     * file is deleted meanwhile.
     */
    InputStream open(TenantScope scope, ImportUpload upload);

    /** Does nothing where there is none. */
    void delete(TenantScope scope, ImportUploadId id);

    /** Forgets files that nobody imported, and those whose upload was cut off; the answer is how many. */
    int deleteBefore(TenantScope scope, Instant limit);

    /** @param bytes its length */
    record ImportUpload(ImportUploadId id, EngagementId engagementId, String fileName, long bytes) {}
}
