package io.modernize.cmdb.audit.application;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditEventId;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The choice of events of a client account's audit log.
 *
 * @param actions only events with these actions; empty for all
 * @param outcomes only events with these outcomes; empty for all
 * @param actor only events of this identity; null for all
 * @param from the earliest time, inclusive; null for the beginning
 * @param to the latest time, exclusive; null for now
 * @param after only events older than this one, none if there is no such event; null to begin with the newest
 * @param limit the greatest number of events
 */
public record AuditQuery(
        TenantScope scope,
        Set<AuditAction> actions,
        Set<AuditOutcome.Kind> outcomes,
        @Nullable PrincipalIdentity actor,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable AuditEventId after,
        int limit) {
    public AuditQuery {
        actions = Set.copyOf(actions);
        outcomes = Set.copyOf(outcomes);
    }
}
