package io.modernize.cmdb.api.callers;

import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.api.requests.ScopeHeaders;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The request headers with which a caller chooses among their own memberships. They are read unchecked. The fields that
 * need them parse them, so that a bad header is a GraphQL error with a remedy.
 */
public record TenantHeaders(List<String> clientAccountIds, List<String> engagementIds) {
    /** The name of the argument, of the field of an input, and of the parameter of plain HTTP that chooses an engagement. */
    static final String ENGAGEMENT_ARGUMENT = "engagementId";

    public TenantHeaders {
        clientAccountIds = List.copyOf(clientAccountIds);
        engagementIds = List.copyOf(engagementIds);
    }

    public static TenantHeaders from(HttpHeaders headers) {
        return new TenantHeaders(
                headers.getOrDefault(ScopeHeaders.CLIENT_ACCOUNT_ID, List.of()),
                headers.getOrDefault(ScopeHeaders.ENGAGEMENT_ID, List.of()));
    }

    /** The chosen client account; null if none is chosen. */
    @Nullable
    ClientAccountId clientAccountId() {
        return single(ScopeHeaders.CLIENT_ACCOUNT_ID, clientAccountIds)
                .map(text -> new ClientAccountId(Uuids.parse(ScopeHeaders.CLIENT_ACCOUNT_ID, text)))
                .orElse(null);
    }

    /** The engagement that the header chooses; null if it chooses none. */
    @Nullable
    public EngagementId engagementId() {
        return single(ScopeHeaders.ENGAGEMENT_ID, engagementIds)
                .map(text -> new EngagementId(Uuids.parse(ScopeHeaders.ENGAGEMENT_ID, text)))
                .orElse(null);
    }

    /**
     * The engagement that the header, a field's argument or a parameter chooses; null if none is chosen.
     *
     * @throws graphql.GraphqlErrorException if the header and the argument name different engagements
     */
    @Nullable
    public EngagementId engagementId(@Nullable String argument) {
        EngagementId header = engagementId();
        if (argument == null) {
            return header;
        }
        EngagementId engagementId = new EngagementId(Uuids.parse(ENGAGEMENT_ARGUMENT, argument));
        if (header != null && !header.equals(engagementId)) {
            throw CommonRefusals.badInput(
                    ENGAGEMENT_ARGUMENT,
                    "The field is about another engagement than the one that the header " + ScopeHeaders.ENGAGEMENT_ID
                            + " names.",
                    "Leave the header out, or name the same engagement in both.");
        }
        return engagementId;
    }

    /**
     * The value of a header. A header that is given twice is refused: a proxy and a service that pick different values
     * would disagree on the scope.
     */
    private static Optional<String> single(String header, List<String> values) {
        if (values.size() > 1) {
            throw CommonRefusals.badInput(header, "The header is given more than once.", "Send it once.");
        }
        return values.stream().findFirst();
    }
}
