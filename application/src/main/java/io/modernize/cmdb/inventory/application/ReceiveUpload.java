package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.Audit.Finding;
import io.modernize.cmdb.inventory.application.ImportUploads.ImportUpload;
import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Receives a file to import, part by part, so that memory does not grow with it. */
public final class ReceiveUpload {
    private static final int PART_BYTES = 1 << 20;
    private static final int LONGEST_NAME = 255;

    private final ImportUploads uploads;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final long mostBytes;

    /** @param mostBytes the greatest length of one file */
    public ReceiveUpload(ImportUploads uploads, TenantTransactions transactions, Audit audit, long mostBytes) {
        this.uploads = uploads;
        this.transactions = transactions;
        this.audit = audit;
        this.mostBytes = mostBytes;
    }

    /**
     * Stores the content. If the upload fails, its stored parts are deleted.
     *
     * @param fileName the name that the user gave the file; only its last part is kept, shortened
     * @param attempt the action for the audit log; it is recorded with the last part, or if the file is too large or
     *     the upload fails
     * @throws IOException if the content cannot be read to its end
     */
    public UploadOutcome receive(
            TenantScope scope, EngagementId engagementId, String fileName, InputStream content, Attempt attempt)
            throws IOException {
        String name = plainName(fileName);
        if (name.isEmpty()) {
            return new UploadOutcome.NameMissing();
        }
        ImportUploadId id = uploads.begin(scope, engagementId, name);
        boolean complete = false;
        try {
            long bytes = 0;
            int position = 0;
            for (byte[] part = content.readNBytes(PART_BYTES); part.length > 0; part = content.readNBytes(PART_BYTES)) {
                bytes += part.length;
                if (bytes > mostBytes) {
                    audit.write(scope, attempt, Finding.refused("UPLOAD_TOO_LARGE"));
                    return new UploadOutcome.TooLarge(mostBytes);
                }
                uploads.append(scope, id, position++, part);
            }
            ImportUpload upload = new ImportUpload(id, engagementId, name, bytes);
            transactions.runInScope(scope, () -> {
                uploads.complete(scope, id);
                audit.write(scope, attempt, Finding.done(details(upload)));
            });
            complete = true;
            return new UploadOutcome.Received(upload);
        } catch (IOException | RuntimeException | Error e) {
            audit.writeFailure(scope, attempt, new AuditOutcome.Failed(), e);
            throw e;
        } finally {
            if (!complete) {
                uploads.delete(scope, id);
            }
        }
    }

    private static AuditDetails details(ImportUpload upload) {
        return new AuditDetails(
                upload.id().toString(),
                Map.of(),
                Map.of(
                        "fileName",
                        upload.fileName(),
                        "bytes",
                        String.valueOf(upload.bytes()),
                        "engagementId",
                        upload.engagementId().toString()));
    }

    /** The name without folders and without control characters. Both kinds of separators are known. */
    private static String plainName(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        boolean isFolder = last.equals(".") || last.equals("..");
        int from = Math.max(0, last.length() - LONGEST_NAME);
        // Half of a character is none that could be stored.
        int whole = from > 0 && Character.isLowSurrogate(last.charAt(from)) ? from + 1 : from;
        return isFolder ? "" : last.substring(whole);
    }

    /** The outcome of an upload. */
    public sealed interface UploadOutcome {
        record Received(ImportUpload upload) implements UploadOutcome {}

        record TooLarge(long mostBytes) implements UploadOutcome {}

        record NameMissing() implements UploadOutcome {}
    }
}
