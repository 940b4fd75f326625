package io.modernize.cmdb.api.errors;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.requests.ScopeHeaders;
import io.modernize.cmdb.tenancy.application.ScopeResolution;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;

/** Refusals of the API itself: of a scope, a rate or a cursor. */
public final class Refusals {
    /** The code of a refusal of work that the service has no place for now. */
    private static final String OVERLOADED = "OVERLOADED";

    private Refusals() {}

    /** The caller is not a member. The answer is the same whether or not the client account exists. */
    public static GraphqlErrorException notAMember(ScopeResolution.NotAMember refusal) {
        return CommonRefusals.of(
                "NOT_A_MEMBER",
                ErrorType.FORBIDDEN,
                null,
                "You are not a member of this client account.",
                "Leave out the header " + ScopeHeaders.CLIENT_ACCOUNT_ID
                        + ", or ask an administrator of the client account for a membership.");
    }

    /** The access token of a subscription has expired since the subscription began. */
    public static GraphqlErrorException tokenExpired() {
        return CommonRefusals.of(
                "TOKEN_EXPIRED",
                ErrorType.UNAUTHORIZED,
                null,
                "The token has expired.",
                "Get a new one, and subscribe again.");
    }

    public static GraphqlErrorException choiceNeeded(ScopeResolution.ChoiceNeeded refusal) {
        return CommonRefusals.of(
                "CLIENT_ACCOUNT_CHOICE_NEEDED",
                ErrorType.BAD_REQUEST,
                ScopeHeaders.CLIENT_ACCOUNT_ID,
                "You are a member of several client accounts.",
                "Send the header " + ScopeHeaders.CLIENT_ACCOUNT_ID + " with one of the choices.",
                Map.of(
                        "choices",
                        refusal.choices().stream().map(Object::toString).toList()));
    }

    /** The engagement is unknown. The answer is the same whether or not it exists elsewhere. */
    public static GraphqlErrorException engagementUnknown(ScopeResolution.EngagementUnknown refusal) {
        return CommonRefusals.of(
                "ENGAGEMENT_UNKNOWN",
                ErrorType.NOT_FOUND,
                "engagementId",
                "There is no such engagement among those you may see.",
                "The query me { engagements { id name } } lists them.");
    }

    /** The service has no place for the work now. */
    public static GraphqlErrorException overloaded(OverloadedException refusal) {
        return CommonRefusals.of(
                OVERLOADED,
                ErrorType.INTERNAL_ERROR,
                null,
                "The service has too much to do at the moment: " + refusal.getMessage() + ".",
                "Send the request again after retryAfterSeconds, and fewer requests at a time.",
                Map.of(Limit.RETRY_AFTER_SECONDS, secondsUntilRetry(refusal)));
    }

    /** The seconds after which another try makes sense, at least 1. */
    public static long secondsUntilRetry(OverloadedException refusal) {
        return Math.max(1, refusal.retryAfter().plusMillis(999).toSeconds());
    }

    /** The client account of the caller has used up its points. The points of other client accounts have no effect. */
    public static GraphqlErrorException rateLimited(long cost, long maximum, long retryAfterSeconds) {
        return rateLimited(Limit.CLIENT_ACCOUNT_POINTS, cost, maximum, retryAfterSeconds);
    }

    /** The points of this limit are used up. */
    public static GraphqlErrorException rateLimited(Limit limit, long cost, long maximum, long retryAfterSeconds) {
        Map<String, Object> extensions = new LinkedHashMap<>(limit.extensions(cost, maximum));
        extensions.put(Limit.RETRY_AFTER_SECONDS, retryAfterSeconds);
        return GraphqlErrorException.newErrorException()
                .errorClassification(ErrorType.FORBIDDEN)
                .message(limit.message(maximum))
                .extensions(extensions)
                .build();
    }

    /**
     * The cursor is not valid. The answer is the same whether it was changed, or belongs to another client account,
     * scope or list.
     */
    public static GraphqlErrorException cursorInvalid(String argument) {
        return CommonRefusals.of(
                "CURSOR_INVALID",
                ErrorType.BAD_REQUEST,
                argument,
                "The cursor does not belong to this list.",
                "Send a cursor as a page of the same query, with the same filter, order and scope, returned it; or"
                        + " leave it out to begin anew.");
    }
}
