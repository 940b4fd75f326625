package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.application.ImportUploads.ImportUpload;
import io.modernize.cmdb.inventory.application.ReceiveUpload.UploadLimits;

/** The outcome of an upload. Nothing of a file is kept that was not received. */
public sealed interface UploadOutcome {
    record Received(ImportUpload upload) implements UploadOutcome {}

    /** The file has no name that people can see. */
    record NameMissing() implements UploadOutcome {}

    /** The caller has too few points for the bytes. Its {@link SentFile.Price} knows more. */
    record NotPaid() implements UploadOutcome {}

    /** Refused for a reason that the audit log knows by its code. */
    sealed interface Refused extends UploadOutcome {
        String code();
    }

    record Empty() implements Refused {
        @Override
        public String code() {
            return "UPLOAD_EMPTY";
        }
    }

    record TooLarge(long mostBytes) implements Refused {
        @Override
        public String code() {
            return "UPLOAD_TOO_LARGE";
        }
    }

    /** The upload took longer than uploads may take. */
    record TooSlow() implements Refused {
        @Override
        public String code() {
            return "UPLOAD_TOO_SLOW";
        }
    }

    /** The files of the client account that wait would be too many, or too large together. */
    record QuotaExceeded(UploadLimits limits) implements Refused {
        @Override
        public String code() {
            return "UPLOAD_QUOTA_EXCEEDED";
        }
    }

    /** @param reason what has too little space, for people */
    record StorageLow(String reason) implements Refused {
        @Override
        public String code() {
            return "STORAGE_LOW";
        }
    }
}
