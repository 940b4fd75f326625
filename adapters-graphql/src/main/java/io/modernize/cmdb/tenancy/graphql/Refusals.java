package io.modernize.cmdb.tenancy.graphql;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.application.ScopeResolution;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;

/** Expected refusals as GraphQL errors: a code for programs, the field at fault, and what to do about it. */
final class Refusals {
    static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

    private Refusals() {}

    static GraphqlErrorException badInput(String field, String message, String remedy) {
        return error("BAD_INPUT", ErrorType.BAD_REQUEST, field, message, remedy, Map.of());
    }

    /** Whether the client account exists makes no difference. */
    static GraphqlErrorException notAMember(ScopeResolution.NotAMember refusal) {
        return error(
                "NOT_A_MEMBER",
                ErrorType.FORBIDDEN,
                null,
                "You are not a member of this client account.",
                "Leave out the header " + TenantHeaders.CLIENT_ACCOUNT_ID
                        + ", or ask an administrator of the client account for a membership.",
                Map.of());
    }

    static GraphqlErrorException choiceNeeded(ScopeResolution.ChoiceNeeded refusal) {
        return error(
                "CLIENT_ACCOUNT_CHOICE_NEEDED",
                ErrorType.BAD_REQUEST,
                TenantHeaders.CLIENT_ACCOUNT_ID,
                "You are a member of several client accounts.",
                "Send the header " + TenantHeaders.CLIENT_ACCOUNT_ID + " with one of the choices.",
                Map.of(
                        "choices",
                        refusal.choices().stream().map(Object::toString).toList()));
    }

    static GraphqlErrorException notPermitted(ScopeResolution.NotPermitted refusal) {
        String key = refusal.permission().key();
        return error(
                "NOT_PERMITTED",
                ErrorType.FORBIDDEN,
                null,
                switch (refusal.lack()) {
                    case ROLE -> "Your role does not allow this.";
                    case TOKEN -> "Your role allows this, but your access token does not.";
                    case ROLE_AND_TOKEN -> "Neither your role nor your access token allows this.";
                },
                switch (refusal.lack()) {
                    case ROLE -> askForARole(key);
                    case TOKEN -> askForAToken(key);
                    case ROLE_AND_TOKEN -> askForARole(key) + " " + askForAToken(key);
                },
                Map.of("permission", key, "lacking", refusal.lack().name()));
    }

    private static String askForARole(String permission) {
        return "Ask an administrator of the client account for a role with the permission " + permission + ".";
    }

    private static String askForAToken(String permission) {
        return "Have the app role or the delegated scope " + permission
                + " granted in the identity provider, and get a new token.";
    }

    /** Whether the engagement exists elsewhere makes no difference. */
    static GraphqlErrorException engagementUnknown(ScopeResolution.EngagementUnknown refusal) {
        return error(
                "ENGAGEMENT_UNKNOWN",
                ErrorType.NOT_FOUND,
                "engagementId",
                "There is no such engagement among those you may see.",
                "The query me { engagements { id name } } lists them.",
                Map.of());
    }

    static GraphqlErrorException allEngagementsNeeded(EngagementSelection.Only refusal) {
        return error(
                "ALL_ENGAGEMENTS_NEEDED",
                ErrorType.FORBIDDEN,
                null,
                "This concerns the client account as a whole, and your scope covers only some of its engagements.",
                "Leave out the header " + TenantHeaders.ENGAGEMENT_ID
                        + ", or ask an administrator of the client account for a membership of all engagements.",
                Map.of());
    }

    /** The client account of the caller has used up its points; those of others make no difference. */
    static GraphqlErrorException rateLimited(long cost, long maximum, long retryAfterSeconds) {
        Map<String, Object> extensions = new LinkedHashMap<>(Limit.CLIENT_ACCOUNT_POINTS.extensions(cost, maximum));
        extensions.put(RETRY_AFTER_SECONDS, retryAfterSeconds);
        return GraphqlErrorException.newErrorException()
                .errorClassification(ErrorType.FORBIDDEN)
                .message(Limit.CLIENT_ACCOUNT_POINTS.message(maximum))
                .extensions(extensions)
                .build();
    }

    /** Whether it was changed, or belongs to another client account, scope or list, makes no difference. */
    static GraphqlErrorException cursorInvalid(String argument) {
        return error(
                "CURSOR_INVALID",
                ErrorType.BAD_REQUEST,
                argument,
                "The cursor is none of this list.",
                "Send a cursor as a page of the same query, with the same filter, order and scope, returned it; or"
                        + " leave it out to begin anew.",
                Map.of());
    }

    private static GraphqlErrorException error(
            String code,
            ErrorType type,
            @Nullable String field,
            String message,
            String remedy,
            Map<String, Object> details) {
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
