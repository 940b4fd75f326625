package io.modernize.cmdb.administration.auditlog.graphql;

import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code AuditEvent}. */
record AuditEventPayload(
        String id,
        Instant occurredAt,
        String action,
        ActorPayload actor,
        @Nullable String subject,
        List<FieldPayload> before,
        List<FieldPayload> after,
        String outcome,
        @Nullable String code,
        @Nullable String remoteAddress,
        @Nullable String requestId,
        @Nullable String userAgent) {

    static AuditEventPayload from(AuditEvent event) {
        return new AuditEventPayload(
                event.id().toString(),
                event.occurredAt(),
                event.action().name(),
                ActorPayload.from(event.actor()),
                event.details().subject(),
                FieldPayload.from(event.details().before()),
                FieldPayload.from(event.details().after()),
                event.outcome().kind().name(),
                event.outcome() instanceof AuditOutcome.Refused(String code) ? code : null,
                event.origin().remoteAddress(),
                event.origin().requestId(),
                event.origin().userAgent());
    }

    /** GraphQL type {@code AuditActor}. */
    record ActorPayload(
            String kind,
            @Nullable String directoryTenantId,
            @Nullable String objectId) {
        private static ActorPayload from(AuditActor actor) {
            PrincipalIdentity identity = actor.identity();
            return new ActorPayload(
                    actor.kind().name(),
                    identity == null ? null : identity.directoryTenantId().toString(),
                    identity == null ? null : identity.objectId().toString());
        }
    }

    /** GraphQL type {@code AuditField}. */
    record FieldPayload(String name, String value) {
        private static List<FieldPayload> from(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(field -> new FieldPayload(field.getKey(), field.getValue()))
                    .toList();
        }
    }
}
