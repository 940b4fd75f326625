package io.modernize.cmdb.similarity.index.graphql;

import static io.modernize.cmdb.tenancy.Permission.ACCOUNT_MANAGE;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.paging.PageConnection;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.similarity.index.application.InspectVectorIndex;
import io.modernize.cmdb.similarity.index.application.RecallAudits.AuditPosition;
import io.modernize.cmdb.similarity.index.application.RecallAudits.PlacedAudit;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Shows the state of the vector index, for those who operate the service. Its numbers count the assets of all
 * engagements, so a scope of some of them is refused.
 */
@Controller
final class VectorIndexController {
    private static final int MAX_AUDITS = 100;

    private final InspectVectorIndex inspectVectorIndex;

    VectorIndexController(InspectVectorIndex inspectVectorIndex) {
        this.inspectVectorIndex = inspectVectorIndex;
    }

    @QueryMapping
    VectorIndexHealthPayload vectorIndex(@Requires(ACCOUNT_MANAGE) TenantScope scope) {
        ScopeArguments.requireAllEngagements(scope);
        return VectorIndexHealthPayload.from(inspectVectorIndex.health(scope));
    }

    @QueryMapping
    PageConnection<RecallAuditPayload> recallAudits(
            @Requires(ACCOUNT_MANAGE) TenantScope scope,
            PageCursors cursors,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        ScopeArguments.requireAllEngagements(scope);
        Page<PlacedAudit> page = inspectVectorIndex.audits(
                scope,
                cursors.open(
                        scope,
                        "after",
                        after,
                        place -> new AuditPosition(Instant.parse(place.get(0)), UUID.fromString(place.get(1)))),
                PageSize.of(first, MAX_AUDITS));
        return PageConnection.from(
                page,
                placed -> RecallAuditPayload.from(placed.audit()),
                placed -> cursors.seal(
                        scope,
                        List.of(
                                placed.position().auditedAt().toString(),
                                placed.position().id().toString())));
    }
}
