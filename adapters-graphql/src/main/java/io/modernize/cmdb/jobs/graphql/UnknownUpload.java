package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import org.jspecify.annotations.Nullable;

/** Type {@code UnknownUpload}. */
record UnknownUpload(String code, String message, @Nullable String field, String remedy)
        implements StartJobPayload, BusinessError {
    /** The answer is the same whether or not the file exists elsewhere. */
    static UnknownUpload error() {
        return new UnknownUpload(
                "UPLOAD_UNKNOWN",
                "There is no such uploaded file in this engagement.",
                "uploadId",
                "Upload it: POST /imports/uploads?engagementId=…&fileName=…");
    }
}
