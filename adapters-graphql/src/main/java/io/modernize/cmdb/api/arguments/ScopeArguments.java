package io.modernize.cmdb.api.arguments;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;

/** What controllers need to know of a scope, into which the argument {@code engagementId} and the headers have gone. */
public final class ScopeArguments {
    private ScopeArguments() {}

    /**
     * Of what concerns a client account as a whole.
     *
     * @throws graphql.GraphqlErrorException with the code {@code ALL_ENGAGEMENTS_NEEDED} where the scope covers only some
     */
    public static void requireAllEngagements(TenantScope scope) {
        switch (scope.engagements()) {
            case EngagementSelection.All() -> {}
            case EngagementSelection.Only only -> throw CommonRefusals.allEngagementsNeeded();
        }
    }

    /** The one that the scope was narrowed to; empty where it covers several. */
    public static Optional<EngagementId> engagement(TenantScope scope) {
        return switch (scope.engagements()) {
            case EngagementSelection.All() -> Optional.empty();
            case EngagementSelection.Only(var ids) ->
                ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
        };
    }
}
