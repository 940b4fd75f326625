package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The parameters of a statement that follow from a scope. */
public final class ScopeParameters {
    private ScopeParameters() {}

    /**
     * Binds {@code :client}, and {@code :allEngagements} and {@code :engagements} for the condition {@code
     * (:allEngagements or engagement_id = any(:engagements))}.
     */
    static StatementSpec bind(StatementSpec statement, TenantScope scope) {
        UUID[] engagements = engagementIds(scope);
        return statement
                .param("client", scope.clientAccountId().value())
                .param("allEngagements", engagements == null)
                .param("engagements", engagements == null ? new UUID[0] : engagements);
    }

    /** The parameter {@code client}, and {@code engagements} if the scope is not the whole client account. */
    public static MapSqlParameterSource named(TenantScope scope) {
        MapSqlParameterSource parameters =
                new MapSqlParameterSource("client", scope.clientAccountId().value());
        UUID[] engagements = engagementIds(scope);
        if (engagements != null) {
            parameters.addValue("engagements", engagements);
        }
        return parameters;
    }

    /** The engagements of the scope; null if it is the whole client account. */
    public static UUID @Nullable [] engagementIds(TenantScope scope) {
        return switch (scope.engagements()) {
            case EngagementSelection.All() -> null;
            case EngagementSelection.Only(var ids) ->
                ids.stream().map(EngagementId::value).toArray(UUID[]::new);
        };
    }
}
