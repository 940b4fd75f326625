package io.modernize.cmdb.administration.auditlog.graphql;

import static io.modernize.cmdb.tenancy.Permission.ACCOUNT_MANAGE;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.paging.PageConnection;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditEventId;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.AuditQuery;
import io.modernize.cmdb.audit.application.ReadAuditLog;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Shows the audit log of the client account. */
@Controller
final class AuditLogController {
    private final ReadAuditLog auditLog;

    AuditLogController(ReadAuditLog auditLog) {
        this.auditLog = auditLog;
    }

    @QueryMapping
    PageConnection<AuditEventPayload> auditLog(
            @Requires(ACCOUNT_MANAGE) TenantScope scope,
            PageCursors cursors,
            @Argument @Nullable List<AuditAction> actions,
            @Argument @Nullable List<AuditOutcome.Kind> outcomes,
            @Argument @Nullable AuditActorInput actor,
            @Argument @Nullable Instant from,
            @Argument @Nullable Instant to,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        ScopeArguments.requireAllEngagements(scope);
        return PageConnection.from(
                auditLog.read(new AuditQuery(
                        scope,
                        actions == null ? Set.of() : Set.copyOf(actions),
                        outcomes == null ? Set.of() : Set.copyOf(outcomes),
                        actor == null
                                ? null
                                : new PrincipalIdentity(
                                        Uuids.parse("actor.directoryTenantId", actor.directoryTenantId()),
                                        Uuids.parse("actor.objectId", actor.objectId())),
                        from,
                        to,
                        cursors.open(
                                scope, "after", after, place -> new AuditEventId(UUID.fromString(place.getFirst()))),
                        PageSize.of(first, ReadAuditLog.MAX_PAGE))),
                AuditEventPayload::from,
                event -> cursors.seal(scope, List.of(event.id().toString())));
    }
}
