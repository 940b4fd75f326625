package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/** What the queries and mutations of administration have in common. */
final class AdministrationArguments {
    private static final int DEFAULT_PAGE = 20;

    private AdministrationArguments() {}

    /** Throws a refusal where the scope covers only some engagements. */
    static void requireWhole(TenantScope scope) {
        switch (scope.engagements()) {
            case EngagementSelection.All() -> {}
            case EngagementSelection.Only only -> throw Refusals.allEngagementsNeeded(only);
        }
    }

    static int page(@Nullable Integer first, int most) {
        int limit = first == null ? DEFAULT_PAGE : first;
        if (limit < 1 || limit > most) {
            throw Refusals.badInput(
                    "first", "first is out of range.", "Send a number from 1 to " + most + ", or leave it out.");
        }
        return limit;
    }
}
