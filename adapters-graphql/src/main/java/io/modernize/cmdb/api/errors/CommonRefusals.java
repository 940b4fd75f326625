package io.modernize.cmdb.api.errors;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.api.requests.ScopeHeaders;
import io.modernize.cmdb.tenancy.EffectivePermissions.Lack;
import io.modernize.cmdb.tenancy.Permission;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;

/**
 * Makes expected refusals as GraphQL errors: a code for programs, the wrong field, and what to do about it. It is for
 * the controllers of every capability. A refusal of one controller alone stands beside it.
 */
public final class CommonRefusals {
    private CommonRefusals() {}

    /** A refusal with the code {@code BAD_INPUT}. */
    public static GraphqlErrorException badInput(String field, String message, String remedy) {
        return of("BAD_INPUT", ErrorType.BAD_REQUEST, field, message, remedy);
    }

    /** A refusal with the code {@code BAD_INPUT} of a value that is not a UUID. */
    public static GraphqlErrorException noUuid(String field) {
        MutationError error = MutationError.noUuid(field);
        return badInput(field, error.message(), error.remedy());
    }

    /** A refusal with the code {@code ENGAGEMENT_NEEDED}. */
    public static GraphqlErrorException engagementNeeded(String message) {
        return of(
                "ENGAGEMENT_NEEDED",
                ErrorType.BAD_REQUEST,
                "engagementId",
                message,
                "Send engagementId; the query me { engagements { id name } } lists yours.");
    }

    /** A refusal with the code {@code ALL_ENGAGEMENTS_NEEDED}. */
    public static GraphqlErrorException allEngagementsNeeded() {
        return allEngagementsNeeded("Leave");
    }

    /** A refusal with the code {@code ALL_ENGAGEMENTS_NEEDED} for fields that need either one engagement or all. */
    public static GraphqlErrorException oneOrAllEngagementsNeeded() {
        return allEngagementsNeeded("Name one engagement, leave");
    }

    private static GraphqlErrorException allEngagementsNeeded(String leave) {
        return of(
                "ALL_ENGAGEMENTS_NEEDED",
                ErrorType.FORBIDDEN,
                null,
                "This concerns the client account as a whole, and your scope covers only some of its engagements.",
                leave + " out the header " + ScopeHeaders.ENGAGEMENT_ID
                        + ", or ask an administrator of the client account for a membership of all engagements.");
    }

    /** A refusal with the code {@code NOT_PERMITTED}, with {@code permission} and {@code lacking}. */
    public static GraphqlErrorException notPermitted(Permission permission, Lack lack) {
        String key = permission.key();
        return of(
                "NOT_PERMITTED",
                ErrorType.FORBIDDEN,
                null,
                switch (lack) {
                    case ROLE -> "Your role does not allow this.";
                    case TOKEN -> "Your role allows this, but your access token does not.";
                    case ROLE_AND_TOKEN -> "Neither your role nor your access token allows this.";
                },
                switch (lack) {
                    case ROLE -> askForARole(key);
                    case TOKEN -> askForAToken(key);
                    case ROLE_AND_TOKEN -> askForARole(key) + " " + askForAToken(key);
                },
                Map.of("permission", key, "lacking", lack.name()));
    }

    private static String askForARole(String permission) {
        return "Ask an administrator of the client account for a role with the permission " + permission + ".";
    }

    private static String askForAToken(String permission) {
        return "Have the app role or the delegated scope " + permission
                + " granted in the identity provider, and get a new token.";
    }

    /** @param field the wrong field; null if no field is wrong */
    public static GraphqlErrorException of(
            String code, ErrorType type, @Nullable String field, String message, String remedy) {
        return of(code, type, field, message, remedy, Map.of());
    }

    /**
     * @param field the wrong field; null if no field is wrong
     * @param details more values for programs, by name
     */
    public static GraphqlErrorException of(
            String code,
            ErrorType type,
            @Nullable String field,
            String message,
            String remedy,
            Map<String, ?> details) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        if (field != null) {
            extensions.put("field", field);
        }
        extensions.put("remedy", remedy);
        extensions.putAll(details);
        return GraphqlErrorException.newErrorException()
                .errorClassification(type)
                .message(message)
                .extensions(extensions)
                .build();
    }
}
