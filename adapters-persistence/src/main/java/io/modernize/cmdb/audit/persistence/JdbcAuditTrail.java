package io.modernize.cmdb.audit.persistence;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.audit.AuditEventId;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.AuditQuery;
import io.modernize.cmdb.audit.application.AuditTrail;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores events in {@code audit_events}. The application's login can neither change nor delete them. */
@Component
class JdbcAuditTrail implements AuditTrail {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final TenantJdbc jdbc;

    JdbcAuditTrail(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(TenantScope scope, AuditEvent event) {
        PrincipalIdentity identity = event.actor().identity();
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, """
                    insert into audit_events (client_account_id, id, occurred_at, action, actor_kind,
                        directory_tenant_id, object_id, subject, before, after, outcome, code,
                        remote_address, request_id, user_agent)
                    values (:client, :id, :occurredAt, :action, :kind, :directory, :object, :subject, :before::jsonb,
                        :after::jsonb, :outcome, :code, :remoteAddress, :requestId, :userAgent)
                    """)
                        .param("id", event.id().value())
                        .param("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                        .param("action", event.action().name())
                        .param("kind", event.actor().kind().name())
                        .param("directory", identity == null ? null : identity.directoryTenantId())
                        .param("object", identity == null ? null : identity.objectId())
                        .param("subject", event.details().subject())
                        .param(
                                "before",
                                JsonMapper.shared()
                                        .writeValueAsString(event.details().before()))
                        .param(
                                "after",
                                JsonMapper.shared()
                                        .writeValueAsString(event.details().after()))
                        .param("outcome", event.outcome().kind().name())
                        .param("code", event.outcome() instanceof AuditOutcome.Refused(String code) ? code : null)
                        .param("remoteAddress", event.origin().remoteAddress())
                        .param("requestId", event.origin().requestId())
                        .param("userAgent", event.origin().userAgent())
                        .update());
    }

    @Override
    public Page<AuditEvent> page(AuditQuery query) {
        PrincipalIdentity actor = query.actor();
        return jdbc.page(
                query.scope(),
                query.after(),
                query.limit(),
                most -> jdbc.sql(query.scope(), """
                    select * from audit_events
                    where client_account_id = :client
                      and (cardinality(:actions) = 0 or action = any(:actions))
                      and (cardinality(:outcomes) = 0 or outcome = any(:outcomes))
                      and (:directory::uuid is null
                          or directory_tenant_id = :directory::uuid and object_id = :object::uuid)
                      and (:from::timestamptz is null or occurred_at >= :from::timestamptz)
                      and (:to::timestamptz is null or occurred_at < :to::timestamptz)
                      and (:after::uuid is null or (occurred_at, id) < (
                          select occurred_at, id from audit_events
                          where client_account_id = :client and id = :after::uuid))
                    order by occurred_at desc, id desc limit :limit
                    """)
                        .param(
                                "actions",
                                query.actions().stream().map(AuditAction::name).toArray(String[]::new))
                        .param(
                                "outcomes",
                                query.outcomes().stream()
                                        .map(AuditOutcome.Kind::name)
                                        .toArray(String[]::new))
                        .param("directory", actor == null ? null : actor.directoryTenantId())
                        .param("object", actor == null ? null : actor.objectId())
                        .param("from", time(query.from()))
                        .param("to", time(query.to()))
                        .param(
                                "after",
                                query.after() == null ? null : query.after().value())
                        .param("limit", most)
                        .query((row, number) -> event(row))
                        .list());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        UUID directory = row.getObject("directory_tenant_id", UUID.class);
        return new AuditEvent(
                new AuditEventId(row.getObject("id", UUID.class)),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                AuditAction.valueOf(row.getString("action")),
                new AuditActor(
                        AuditActor.Kind.valueOf(row.getString("actor_kind")),
                        directory == null
                                ? null
                                : new PrincipalIdentity(directory, row.getObject("object_id", UUID.class))),
                new AuditOrigin(
                        row.getString("remote_address"), row.getString("request_id"), row.getString("user_agent")),
                new AuditDetails(
                        row.getString("subject"),
                        JsonMapper.shared().readValue(row.getString("before"), FIELDS),
                        JsonMapper.shared().readValue(row.getString("after"), FIELDS)),
                switch (row.getString("outcome")) {
                    case "DONE" -> new AuditOutcome.Done();
                    case "REFUSED" -> new AuditOutcome.Refused(row.getString("code"));
                    default -> new AuditOutcome.Failed();
                });
    }
}
