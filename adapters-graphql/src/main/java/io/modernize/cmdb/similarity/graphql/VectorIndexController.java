package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.similarity.application.InspectVectorIndex;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Tells how a client account is searched. Its numbers count the assets of all engagements, so that a scope of some of
 * them is refused.
 */
@Controller
final class VectorIndexController {
    private static final int DEFAULT_AUDITS = 20;
    private static final int MAX_AUDITS = 100;

    private final InspectVectorIndex inspectVectorIndex;

    VectorIndexController(InspectVectorIndex inspectVectorIndex) {
        this.inspectVectorIndex = inspectVectorIndex;
    }

    @QueryMapping
    VectorIndexHealthPayload vectorIndex(TenantScope scope) {
        requireAllEngagements(scope);
        return VectorIndexHealthPayload.from(inspectVectorIndex.health(scope));
    }

    @QueryMapping
    List<RecallAuditPayload> recallAudits(TenantScope scope, @Argument @Nullable Integer first) {
        requireAllEngagements(scope);
        int limit = first == null ? DEFAULT_AUDITS : first;
        if (limit < 1 || limit > MAX_AUDITS) {
            throw Refusals.badInput(
                    "first", "first is out of range.", "Send a number from 1 to " + MAX_AUDITS + ", or leave it out.");
        }
        return inspectVectorIndex.audits(scope, limit).stream()
                .map(RecallAuditPayload::from)
                .toList();
    }

    private static void requireAllEngagements(TenantScope scope) {
        switch (scope.engagements()) {
            case EngagementSelection.All() -> {}
            case EngagementSelection.Only only -> throw Refusals.allEngagementsNeeded(only);
        }
    }
}
