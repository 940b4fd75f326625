package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.ImportUploadId;
import io.modernize.cmdb.inventory.application.ImportUploads.ImportUpload;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.io.IOException;
import java.io.InputStream;

/** Takes in a file to import, part by part, so that memory does not grow with it. */
public final class ReceiveUpload {
    private static final int PART_BYTES = 1 << 20;
    private static final int LONGEST_NAME = 255;

    private final ImportUploads uploads;
    private final long mostBytes;

    /** @param mostBytes of one file */
    public ReceiveUpload(ImportUploads uploads, long mostBytes) {
        this.uploads = uploads;
        this.mostBytes = mostBytes;
    }

    /**
     * Stores the content. What was stored of an upload that fails is deleted.
     *
     * @param fileName as the user calls it; only its last part is kept, and that shortened
     * @throws IOException where the content cannot be read to its end
     */
    public UploadOutcome receive(TenantScope scope, EngagementId engagementId, String fileName, InputStream content)
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
                    return new UploadOutcome.TooLarge(mostBytes);
                }
                uploads.append(scope, id, position++, part);
            }
            uploads.complete(scope, id);
            complete = true;
            return new UploadOutcome.Received(new ImportUpload(id, engagementId, name, bytes));
        } finally {
            if (!complete) {
                uploads.delete(scope, id);
            }
        }
    }

    /** Without folders, of either kind of separator, and without control characters. */
    private static String plainName(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        boolean isFolder = last.equals(".") || last.equals("..");
        return isFolder ? "" : last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }

    /** What came of an upload. */
    public sealed interface UploadOutcome {
        record Received(ImportUpload upload) implements UploadOutcome {}

        record TooLarge(long mostBytes) implements UploadOutcome {}

        record NameMissing() implements UploadOutcome {}
    }
}
