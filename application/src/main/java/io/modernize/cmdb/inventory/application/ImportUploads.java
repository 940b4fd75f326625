package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** The uploaded files that wait for their import. */
public interface ImportUploads {
    /**
     * What the files of the client account take, complete or not. Until the current transaction ends, no other one
     * that asks this can change it, so that several uploads cannot exceed a quota together.
     */
    UploadUsage lockUsage(TenantScope scope);

    /** Creates a file without content. The scope must cover the engagement. */
    ImportUploadId begin(TenantScope scope, EngagementId engagementId, String fileName);

    /** @param position the number of the part, from 0 without a gap */
    void append(TenantScope scope, ImportUploadId id, int position, byte[] part);

    /** Marks the file as complete, after its last part. */
    void complete(TenantScope scope, ImportUploadId id);

    /** A complete file. Empty if there is none. */
    Optional<ImportUpload> find(TenantScope scope, ImportUploadId id);

    /**
     * The content of a file from the first byte. It is never in memory as a whole. Reading throws an {@link
     * IOException} if the file is deleted meanwhile.
     */
    InputStream open(TenantScope scope, ImportUpload upload);

    /** Deletes a file. Does nothing if there is none. */
    void delete(TenantScope scope, ImportUploadId id);

    /** Deletes incomplete files that were begun before that time. Returns their number. */
    int deleteAbandoned(TenantScope scope, Instant begunBefore);

    /** Deletes files that nobody imported, and incomplete files. Returns their number. */
    int deleteBefore(TenantScope scope, Instant limit);

    /** What the files of a client account take. */
    record UploadUsage(int files, long bytes) {}

    /** @param bytes the length in bytes */
    record ImportUpload(ImportUploadId id, EngagementId engagementId, String fileName, long bytes) {}
}
