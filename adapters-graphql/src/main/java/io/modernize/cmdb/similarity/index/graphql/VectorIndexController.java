package io.modernize.cmdb.similarity.index.graphql;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.similarity.index.application.InspectVectorIndex;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Shows the state of the vector index. Its numbers count the assets of all engagements, so a scope of some of them is
 * refused.
 */
@Controller
final class VectorIndexController {
    private static final int MAX_AUDITS = 100;

    private final InspectVectorIndex inspectVectorIndex;

    VectorIndexController(InspectVectorIndex inspectVectorIndex) {
        this.inspectVectorIndex = inspectVectorIndex;
    }

    @QueryMapping
    VectorIndexHealthPayload vectorIndex(TenantScope scope) {
        ScopeArguments.requireAllEngagements(scope);
        return VectorIndexHealthPayload.from(inspectVectorIndex.health(scope));
    }

    @QueryMapping
    List<RecallAuditPayload> recallAudits(TenantScope scope, @Argument @Nullable Integer first) {
        ScopeArguments.requireAllEngagements(scope);
        int limit = PageSize.of(first, MAX_AUDITS);
        return inspectVectorIndex.audits(scope, limit).stream()
                .map(RecallAuditPayload::from)
                .toList();
    }
}
