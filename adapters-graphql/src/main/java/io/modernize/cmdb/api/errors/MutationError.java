package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.tenancy.DisplayName;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code MutationError}: why a mutation has changed nothing, if the caller can do something about it. An error
 * that only one capability has is made in that capability.
 *
 * @param message what is wrong, for people
 * @param field the field of the input that is wrong; null if no field is
 * @param remedy what the caller can do, for people
 */
public record MutationError(
        MutationErrorCode code, String message, @Nullable String field, String remedy) {

    /** The value of the field is no id, no name or out of bounds. */
    public static MutationError badInput(String field, String message, String remedy) {
        return new MutationError(MutationErrorCode.BAD_INPUT, message, field, remedy);
    }

    /** The value of the field is no id. */
    public static MutationError noUuid(String field) {
        return badInput(
                field,
                "The value is not a UUID.",
                "Send the 36-character form, for example 0f8fad5b-d9cb-469f-a165-70867728950e.");
    }

    /** The value of the field cannot be displayed as a name. */
    public static MutationError noName(String field) {
        return badInput(
                field,
                "The value is no name.",
                "Send 1 to " + DisplayName.MAX_LENGTH
                        + " characters. Some of them have to be visible, and none may break the line or change the"
                        + " direction of text.");
    }

    /** The field names an engagement that the caller may not see. Whether it exists elsewhere makes no difference. */
    public static MutationError engagementUnknown(String field) {
        return new MutationError(
                MutationErrorCode.ENGAGEMENT_UNKNOWN,
                "There is no such engagement among those you may see.",
                field,
                "The query engagements lists them.");
    }
}
