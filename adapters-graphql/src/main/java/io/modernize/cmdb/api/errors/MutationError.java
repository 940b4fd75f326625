package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.tenancy.DisplayName;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code MutationError}: why a mutation has changed nothing, where the caller can do something about it. For the
 * mutations of every capability; errors that only one capability has are made there.
 *
 * @param message for people
 * @param field of the input that is at fault; null where none is
 * @param remedy what to do about it, for people
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
                "Send 1 to " + DisplayName.MAX_LENGTH + " characters, not only blanks and none of control.");
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
