package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.Audit.Finding;
import io.modernize.cmdb.inventory.application.ImportUploads.ImportUpload;
import io.modernize.cmdb.inventory.application.ImportUploads.UploadUsage;
import io.modernize.cmdb.inventory.imports.FileName;
import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.shares.application.FairShares.Place;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace.Shortage;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Receives a file to import, part by part, so that memory does not grow with it. No transaction is open while a part is
 * on its way, so a slow caller holds no database connection.
 */
public final class ReceiveUpload {
    private final ImportUploads uploads;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final UploadLimits limits;
    private final UploadAdmission admission;
    private final Clock clock;

    public ReceiveUpload(
            ImportUploads uploads,
            TenantTransactions transactions,
            Audit audit,
            UploadLimits limits,
            UploadAdmission admission,
            Clock clock) {
        this.uploads = uploads;
        this.transactions = transactions;
        this.audit = audit;
        this.limits = limits;
        this.admission = admission;
        this.clock = clock;
    }

    /**
     * Stores the content. If the upload fails or is refused, its stored parts are deleted.
     *
     * @param attempt the action for the audit log; it is recorded with the last part, or if the file is refused or the
     *     upload fails
     * @throws IOException if the content cannot be read to its end
     * @throws OverloadedException if too many files are uploaded at a time
     */
    public UploadOutcome receive(TenantScope scope, EngagementId engagementId, SentFile file, Attempt attempt)
            throws IOException {
        Optional<FileName> name = FileName.lastOf(file.path());
        if (name.isEmpty()) {
            return new UploadOutcome.NameMissing();
        }
        Upload upload = new Upload(scope, engagementId, name.get(), file, attempt);
        UploadOutcome outcome = receive(upload);
        if (outcome instanceof UploadOutcome.Refused refused) {
            audit.write(scope, attempt, Finding.refused(refused.code()));
        }
        return outcome;
    }

    private UploadOutcome receive(Upload upload) throws IOException {
        if (upload.file().announcedBytes() > limits.fileBytes()) {
            return new UploadOutcome.TooLarge(limits.fileBytes());
        }
        Optional<Shortage> shortage = admission.shortage();
        if (shortage.isPresent()) {
            return new UploadOutcome.StorageLow(shortage.get().reason());
        }
        try (Place place = admission.take(upload.scope().clientAccountId())) {
            return store(upload);
        }
    }

    private UploadOutcome store(Upload upload) throws IOException {
        try {
            SentFile.Parts parts = upload.file().parts(clock, limits.longest());
            Optional<byte[]> first = parts.next();
            if (first.isPresent() && first.get().length == 0) {
                return new UploadOutcome.Empty();
            }
            Optional<ImportUploadId> id = begin(upload);
            return id.isEmpty() ? new UploadOutcome.QuotaExceeded(limits) : store(upload, id.get(), first, parts);
        } catch (IOException | RuntimeException | Error e) {
            audit.writeFailure(upload.scope(), upload.attempt(), new AuditOutcome.Failed(), e);
            throw e;
        }
    }

    /** Empty if the client account has no room for the file. Files whose process has died make room. */
    private Optional<ImportUploadId> begin(Upload upload) {
        TenantScope scope = upload.scope();
        return transactions.inScope(scope, () -> {
            // Twice: no upload that is still being received is that old, whatever the clock of the database says.
            uploads.deleteAbandoned(
                    scope, clock.instant().minus(limits.longest().multipliedBy(2)));
            UploadUsage usage = uploads.lockUsage(scope);
            boolean hasRoom = usage.files() < limits.clientAccountFiles()
                    && usage.bytes() + Math.max(1, upload.file().announcedBytes()) <= limits.clientAccountBytes();
            return hasRoom
                    ? Optional.of(uploads.begin(
                            scope, upload.engagementId(), upload.name().value()))
                    : Optional.empty();
        });
    }

    private UploadOutcome store(Upload upload, ImportUploadId id, Optional<byte[]> first, SentFile.Parts parts)
            throws IOException {
        boolean complete = false;
        try {
            long bytes = 0;
            int position = 0;
            Optional<byte[]> part = first;
            while (part.isPresent() && part.get().length > 0) {
                bytes += part.get().length;
                Optional<UploadOutcome> refusal = append(upload, id, position++, part.get(), bytes);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                part = parts.next();
            }
            if (part.isEmpty()) {
                return new UploadOutcome.TooSlow();
            }
            UploadOutcome received = complete(upload, id, bytes);
            complete = true;
            return received;
        } finally {
            if (!complete) {
                uploads.delete(upload.scope(), id);
            }
        }
    }

    /** @param bytes of the file with this part */
    private Optional<UploadOutcome> append(Upload upload, ImportUploadId id, int position, byte[] part, long bytes) {
        if (bytes > limits.fileBytes()) {
            return Optional.of(new UploadOutcome.TooLarge(limits.fileBytes()));
        }
        if (!upload.file().price().pay(part.length)) {
            return Optional.of(new UploadOutcome.NotPaid());
        }
        Optional<Shortage> shortage = admission.shortage();
        if (shortage.isPresent()) {
            return Optional.of(new UploadOutcome.StorageLow(shortage.get().reason()));
        }
        TenantScope scope = upload.scope();
        return transactions.inScope(scope, () -> {
            if (uploads.lockUsage(scope).bytes() + part.length > limits.clientAccountBytes()) {
                return Optional.of(new UploadOutcome.QuotaExceeded(limits));
            }
            uploads.append(scope, id, position, part);
            return Optional.empty();
        });
    }

    private UploadOutcome complete(Upload upload, ImportUploadId id, long bytes) {
        ImportUpload received =
                new ImportUpload(id, upload.engagementId(), upload.name().value(), bytes);
        transactions.runInScope(upload.scope(), () -> {
            uploads.complete(upload.scope(), id);
            audit.write(upload.scope(), upload.attempt(), Finding.done(details(received)));
        });
        return new UploadOutcome.Received(received);
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

    /**
     * The limits of uploads.
     *
     * @param fileBytes the greatest length of one file, at least 1
     * @param clientAccountBytes the bytes of all files of a client account that wait, at least 1
     * @param clientAccountFiles the number of files of a client account that wait, at least 1
     * @param longest the time after which an upload is ended, however fast it is; positive
     * @param keep the time after which a file that nobody has imported is deleted; positive
     */
    public record UploadLimits(
            long fileBytes, long clientAccountBytes, int clientAccountFiles, Duration longest, Duration keep) {
        /** Throws {@link IllegalArgumentException} if a limit would allow nothing. */
        public UploadLimits {
            if (Math.min(Math.min(fileBytes, clientAccountBytes), clientAccountFiles) < 1
                    || !longest.isPositive()
                    || !keep.isPositive()) {
                throw new IllegalArgumentException("the limits of uploads are positive");
            }
        }
    }

    private record Upload(
            TenantScope scope, EngagementId engagementId, FileName name, SentFile file, Attempt attempt) {}
}
