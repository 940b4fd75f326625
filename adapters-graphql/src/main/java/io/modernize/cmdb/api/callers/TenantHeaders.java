package io.modernize.cmdb.api.callers;

import graphql.GraphQLContext;
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
 * The request headers by which a caller chooses among their own memberships. They are read unchecked and parsed by the
 * fields that need them, so that a bad one is a GraphQL error with a remedy.
 */
public record TenantHeaders(List<String> clientAccountIds, List<String> engagementIds) {
    /** Of fields and their inputs; plain HTTP has a parameter of this name. */
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

    /** Those of the running request; none where it did not come over HTTP. */
    public static TenantHeaders of(GraphQLContext context) {
        return context.getOrDefault(TenantHeaders.class, new TenantHeaders(List.of(), List.of()));
    }

    /** The client account chosen, or null for none. */
    @Nullable
    ClientAccountId clientAccountId() {
        return single(ScopeHeaders.CLIENT_ACCOUNT_ID, clientAccountIds)
                .map(text -> new ClientAccountId(Uuids.parse(ScopeHeaders.CLIENT_ACCOUNT_ID, text)))
                .orElse(null);
    }

    /** The engagement chosen, or null for none. */
    @Nullable
    public EngagementId engagementId() {
        return single(ScopeHeaders.ENGAGEMENT_ID, engagementIds)
                .map(text -> new EngagementId(Uuids.parse(ScopeHeaders.ENGAGEMENT_ID, text)))
                .orElse(null);
    }

    /**
     * The engagement chosen by header or by a field's argument or a parameter; null for none.
     *
     * @throws graphql.GraphqlErrorException where both are given and name different ones
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
                    "The argument and the header " + ScopeHeaders.ENGAGEMENT_ID + " name different engagements.",
                    "Send one of them, or the same in both.");
        }
        return engagementId;
    }

    /** A header given twice is refused: a proxy and a service that pick different ones would disagree on the scope. */
    private static Optional<String> single(String header, List<String> values) {
        if (values.size() > 1) {
            throw CommonRefusals.badInput(header, "The header is given more than once.", "Send it once.");
        }
        return values.stream().findFirst();
    }
}
