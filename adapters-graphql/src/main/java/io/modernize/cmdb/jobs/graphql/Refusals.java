package io.modernize.cmdb.jobs.graphql;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.tenancy.EffectivePermissions.Lack;
import io.modernize.cmdb.tenancy.Permission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;

/** Expected refusals as GraphQL errors: a code for programs, the field at fault, and what to do about it. */
final class Refusals {
    private Refusals() {}

    static GraphqlErrorException badInput(String field, String message, String remedy) {
        return error("BAD_INPUT", ErrorType.BAD_REQUEST, field, message, remedy);
    }

    /** Whether the job exists elsewhere makes no difference. */
    static GraphqlErrorException jobUnknown() {
        return error(
                "JOB_UNKNOWN",
                ErrorType.NOT_FOUND,
                "id",
                "There is no such job among those you may see.",
                "The query jobs lists them.");
    }

    static GraphqlErrorException engagementNeeded() {
        return error(
                "ENGAGEMENT_NEEDED",
                ErrorType.BAD_REQUEST,
                "engagementId",
                "This is about one engagement.",
                "Send engagementId; the query me { engagements { id name } } lists yours.");
    }

    static GraphqlErrorException allEngagementsNeeded() {
        return error(
                "ALL_ENGAGEMENTS_NEEDED",
                ErrorType.FORBIDDEN,
                null,
                "This concerns the client account as a whole, and your scope covers only some of its engagements.",
                "Name one engagement, leave out the header X-Engagement-Id, or ask an administrator of the client"
                        + " account for a membership of all engagements.");
    }

    static GraphqlErrorException notPermitted(Permission permission, Lack lack) {
        String remedy = switch (lack) {
            case ROLE, ROLE_AND_TOKEN ->
                "Ask an administrator of the client account for a role with the permission " + permission.key() + ".";
            case TOKEN ->
                "Have the app role or the delegated scope " + permission.key()
                        + " granted in the identity provider, and get a new token.";
        };
        return error(
                "NOT_PERMITTED",
                ErrorType.FORBIDDEN,
                null,
                switch (lack) {
                    case ROLE -> "Your role does not allow this.";
                    case TOKEN -> "Your role allows this, but your access token does not.";
                    case ROLE_AND_TOKEN -> "Neither your role nor your access token allows this.";
                },
                remedy);
    }

    /** The id of an argument. */
    static UUID uuid(String field, String value) {
        return findUuid(value)
                .orElseThrow(() -> badInput(field, field + " is no id.", "Send an id as the API returned it."));
    }

    /** Likewise; empty where it is none. */
    static Optional<UUID> findUuid(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static GraphqlErrorException error(
            String code, ErrorType type, @Nullable String field, String message, String remedy) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        if (field != null) {
            extensions.put("field", field);
        }
        extensions.put("remedy", remedy);
        return GraphqlErrorException.newErrorException()
                .errorClassification(type)
                .message(message)
                .extensions(extensions)
                .build();
    }
}
