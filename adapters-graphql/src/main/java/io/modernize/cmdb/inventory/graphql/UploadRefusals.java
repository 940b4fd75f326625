package io.modernize.cmdb.inventory.graphql;

import graphql.GraphqlErrorException;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.execution.ErrorType;

/** Expected refusals as errors: a code for programs, the field at fault, and what to do about it. */
final class UploadRefusals {
    private UploadRefusals() {}

    static GraphqlErrorException badInput(String field, String message, String remedy) {
        return error("BAD_INPUT", ErrorType.BAD_REQUEST, field, message, remedy);
    }

    /** The id of an argument. */
    static UUID uuid(String field, String value) {
        try {
            UUID uuid = UUID.fromString(value);
            // UUID.fromString also takes 1-1-1-1-1.
            if (uuid.toString().equalsIgnoreCase(value)) {
                return uuid;
            }
            throw badInput(field, "The value is not a UUID.", "Send an id as the API returned it, 36 characters.");
        } catch (IllegalArgumentException notParsable) {
            throw badInput(field, "The value is not a UUID.", "Send an id as the API returned it, 36 characters.");
        }
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
