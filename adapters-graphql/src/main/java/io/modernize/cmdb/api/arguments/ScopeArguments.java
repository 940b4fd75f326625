package io.modernize.cmdb.api.arguments;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;

/** Tells controllers about a scope. The argument {@code engagementId} and the headers have become part of it. */
public final class ScopeArguments {
    private ScopeArguments() {}

    /**
     * Refuses a scope of some engagements. It is for fields that concern a client account as a whole.
     *
     * @throws graphql.GraphqlErrorException with the code {@code ALL_ENGAGEMENTS_NEEDED} if the scope covers only some
     *     engagements
     */
    public static void requireAllEngagements(TenantScope scope) {
        switch (scope.engagements()) {
            case EngagementSelection.All() -> {}
            case EngagementSelection.Only only -> throw CommonRefusals.allEngagementsNeeded();
        }
    }

    /** The engagement that the scope was narrowed to. Empty if the scope covers several. */
    public static Optional<EngagementId> engagement(TenantScope scope) {
        return switch (scope.engagements()) {
            case EngagementSelection.All() -> Optional.empty();
            case EngagementSelection.Only(var ids) ->
                ids.size() == 1 ? Optional.of(ids.iterator().next()) : Optional.empty();
        };
    }
}
