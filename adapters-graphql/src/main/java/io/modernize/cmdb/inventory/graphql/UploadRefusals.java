package io.modernize.cmdb.inventory.graphql;

import graphql.GraphqlErrorException;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;

/** Expected refusals as errors: a code for programs, the field at fault, and what to do about it. */
final class UploadRefusals {
    private UploadRefusals() {}

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
