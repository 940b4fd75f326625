package io.modernize.cmdb.audit;

import java.time.Instant;

/** A line of a client account's audit log: who did what, when, from where, and with what outcome. */
public record AuditEvent(
        AuditEventId id,
        Instant occurredAt,
        AuditAction action,
        AuditActor actor,
        AuditOrigin origin,
        AuditDetails details,
        AuditOutcome outcome) {}
