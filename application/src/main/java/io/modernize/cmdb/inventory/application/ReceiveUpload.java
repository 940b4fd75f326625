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

/** Takes in a file to import, part by part, so that memory does not grow with it. */
public final class ReceiveUpload {
    private static final int PART_BYTES = 1 << 20;
    private static final int LONGEST_NAME = 255;

    private final ImportUploads uploads;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final long mostBytes;

    /** @param mostBytes of one file */
    public ReceiveUpload(ImportUploads uploads, TenantTransactions transactions, Audit audit, long mostBytes) {
        this.uploads = uploads;
        this.transactions = transactions;
        this.audit = audit;
        this.mostBytes = mostBytes;
    }

    /**
     * Stores the content. What was stored of an upload that fails is deleted.
     *
     * @param fileName as the user calls it; only its last part is kept, and that shortened
     * @param attempt what is written to the audit log, with the last part, or where the file is too large or the upload fails
     * @throws IOException where the content cannot be read to its end
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

    /** Without folders, of either kind of separator, and without control characters. */
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

    /** What came of an upload. */
    public sealed interface UploadOutcome {
        record Received(ImportUpload upload) implements UploadOutcome {}

        record TooLarge(long mostBytes) implements UploadOutcome {}

        record NameMissing() implements UploadOutcome {}
    }
}
