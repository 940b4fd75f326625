package io.modernize.cmdb.inventory.graphql;

import graphql.GraphqlErrorException;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;

/** Expected refusals as errors: a code for programs, the field at fault, and what to do about it. */
final class UploadRefusals {
    private UploadRefusals() {}

    /** Whether the file exists elsewhere makes no difference. */
    static GraphqlErrorException uploadUnknown() {
        return error(
                "UPLOAD_UNKNOWN",
                ErrorType.NOT_FOUND,
                "uploadId",
                "There is no such uploaded file in this engagement.",
                "Upload it: POST /imports/uploads?engagementId=…&fileName=…");
    }

    static GraphqlErrorException badId() {
        return error(
                "BAD_INPUT",
                ErrorType.BAD_REQUEST,
                "uploadId",
                "uploadId is no id.",
                "Send the id that the upload was answered with.");
    }

    static GraphqlErrorException engagementNeeded() {
        return error(
                "ENGAGEMENT_NEEDED",
                ErrorType.BAD_REQUEST,
                "engagementId",
                "A file is uploaded into one engagement.",
                "Send engagementId; the query me { engagements { id name } } lists yours.");
    }

    static GraphqlErrorException nameMissing() {
        return error(
                "BAD_INPUT",
                ErrorType.BAD_REQUEST,
                "fileName",
                "fileName is missing.",
                "Send the file's name, such as servers.csv.");
    }

    private static GraphqlErrorException error(
            String code, ErrorType type, String field, String message, String remedy) {
        return GraphqlErrorException.newErrorException()
                .errorClassification(type)
                .message(message)
                .extensions(Map.of("code", code, "field", field, "remedy", remedy))
                .build();
    }
}
