package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Stores files in {@code import_uploads} and {@code import_upload_parts}, with a transaction for each part. */
@Component
class JdbcImportUploads implements ImportUploads {
    private final TenantJdbc jdbc;

    JdbcImportUploads(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UploadUsage lockUsage(TenantScope scope) {
        return jdbc.inScope(scope, () -> {
            // The client account's own row. Foreign keys to it do not wait for this lock.
            jdbc.sql(scope, "select id from client_accounts where id = :client for no key update")
                    .query(UUID.class)
                    .single();
            return jdbc.sql(scope, """
                select count(*) as files, coalesce(sum(bytes), 0) as bytes from import_uploads
                where client_account_id = :client
                """)
                    .query((row, number) -> new UploadUsage(row.getInt("files"), row.getLong("bytes")))
                    .single();
        });
    }

    @Override
    public ImportUploadId begin(TenantScope scope, EngagementId engagementId, String fileName) {
        scope.requireCovers(engagementId);
        ImportUploadId id = new ImportUploadId(UUID.randomUUID());
        jdbc.runInScope(
                scope,
                () -> bound("""
                    insert into import_uploads (client_account_id, id, engagement_id, file_name)
                    values (:client, :id, :engagement, :fileName)
                    """, scope, id)
                        .param("engagement", engagementId.value())
                        .param("fileName", fileName)
                        .update());
        return id;
    }

    @Override
    public void append(TenantScope scope, ImportUploadId id, int position, byte[] part) {
        jdbc.runInScope(scope, () -> {
            bound("""
                insert into import_upload_parts (client_account_id, upload_id, position, content)
                values (:client, :id, :position, :content)
                """, scope, id)
                    .param("position", position)
                    .param("content", part)
                    .update();
            bound(
                            "update import_uploads set bytes = bytes + :bytes where client_account_id = :client and id"
                                    + " = :id",
                            scope,
                            id)
                    .param("bytes", part.length)
                    .update();
        });
    }

    @Override
    public void complete(TenantScope scope, ImportUploadId id) {
        jdbc.runInScope(
                scope,
                () -> bound(
                                "update import_uploads set complete = true where client_account_id = :client and id ="
                                        + " :id",
                                scope,
                                id)
                        .update());
    }

    @Override
    public Optional<ImportUpload> find(TenantScope scope, ImportUploadId id) {
        return jdbc.inScope(
                scope,
                () -> bound("""
                    select engagement_id, file_name, bytes from import_uploads
                    where client_account_id = :client and id = :id and complete
                    """, scope, id)
                        .query((row, number) -> new ImportUpload(
                                id,
                                new EngagementId(row.getObject("engagement_id", UUID.class)),
                                row.getString("file_name"),
                                row.getLong("bytes")))
                        .optional()
                        .filter(upload -> scope.engagements().includes(upload.engagementId())));
    }

    @Override
    public InputStream open(TenantScope scope, ImportUpload upload) {
        return new UploadedBytes(upload.bytes(), position -> part(scope, upload.id(), position));
    }

    private Optional<byte[]> part(TenantScope scope, ImportUploadId id, int position) {
        return jdbc.inScope(
                scope,
                () -> bound("""
                    select content from import_upload_parts
                    where client_account_id = :client and upload_id = :id and position = :position
                    """, scope, id)
                        .param("position", position)
                        .query((row, number) -> row.getBytes(1))
                        .optional());
    }

    @Override
    public void delete(TenantScope scope, ImportUploadId id) {
        jdbc.runInScope(
                scope,
                () -> bound("delete from import_uploads where client_account_id = :client and id = :id", scope, id)
                        .update());
    }

    @Override
    public int deleteAbandoned(TenantScope scope, Instant begunBefore) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, """
                    delete from import_uploads
                    where client_account_id = :client and not complete and uploaded_at < :limit
                    """)
                        .param("limit", begunBefore.atOffset(ZoneOffset.UTC))
                        .update());
    }

    @Override
    public int deleteBefore(TenantScope scope, Instant limit) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(
                                scope,
                                "delete from import_uploads where client_account_id = :client and uploaded_at < :limit")
                        .param("limit", limit.atOffset(ZoneOffset.UTC))
                        .update());
    }

    private StatementSpec bound(String sql, TenantScope scope, ImportUploadId id) {
        return jdbc.sql(scope, sql).param("id", id.value());
    }
}
