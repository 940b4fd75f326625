package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Files in memory. */
public final class InMemoryUploads implements ImportUploads {
    private final Map<ImportUploadId, Upload> uploads = new HashMap<>();

    private static final class Upload {
        private final TenantScope scope;
        private final EngagementId engagementId;
        private final String fileName;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean complete;

        private Upload(TenantScope scope, EngagementId engagementId, String fileName) {
            this.scope = scope;
            this.engagementId = engagementId;
            this.fileName = fileName;
        }
    }

    /** How many there are, complete or not. */
    int size() {
        return uploads.size();
    }

    private Optional<Upload> upload(TenantScope scope, ImportUploadId id) {
        return Optional.ofNullable(uploads.get(id))
                .filter(upload -> upload.scope.clientAccountId().equals(scope.clientAccountId())
                        && scope.engagements().includes(upload.engagementId));
    }

    @Override
    public UploadUsage lockUsage(TenantScope scope) {
        List<Upload> own = uploads.values().stream()
                .filter(upload -> upload.scope.clientAccountId().equals(scope.clientAccountId()))
                .toList();
        return new UploadUsage(
                own.size(),
                own.stream().mapToLong(upload -> upload.content.size()).sum());
    }

    @Override
    public int deleteAbandoned(TenantScope scope, Instant begunBefore) {
        return 0;
    }

    @Override
    public ImportUploadId begin(TenantScope scope, EngagementId engagementId, String fileName) {
        scope.requireCovers(engagementId);
        ImportUploadId id = new ImportUploadId(UUID.randomUUID());
        uploads.put(id, new Upload(scope, engagementId, fileName));
        return id;
    }

    @Override
    public void append(TenantScope scope, ImportUploadId id, int position, byte[] part) {
        upload(scope, id).orElseThrow().content.writeBytes(part);
    }

    @Override
    public void complete(TenantScope scope, ImportUploadId id) {
        upload(scope, id).orElseThrow().complete = true;
    }

    @Override
    public Optional<ImportUpload> find(TenantScope scope, ImportUploadId id) {
        return upload(scope, id)
                .filter(upload -> upload.complete)
                .map(upload -> new ImportUpload(id, upload.engagementId, upload.fileName, upload.content.size()));
    }

    @Override
    public InputStream open(TenantScope scope, ImportUpload upload) {
        return new ByteArrayInputStream(
                upload(scope, upload.id()).orElseThrow().content.toByteArray());
    }

    @Override
    public void delete(TenantScope scope, ImportUploadId id) {
        upload(scope, id).ifPresent(upload -> uploads.remove(id));
    }

    @Override
    public int deleteBefore(TenantScope scope, Instant limit) {
        return 0;
    }
}
