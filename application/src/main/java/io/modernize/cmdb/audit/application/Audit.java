package io.modernize.cmdb.audit.application;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.audit.AuditEventId;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes down who did what to a client account: with the change, or not at all. */
public final class Audit {
    private final AuditTrail trail;
    private final TenantTransactions transactions;
    private final Clock clock;

    public Audit(AuditTrail trail, TenantTransactions transactions, Clock clock) {
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Does the work and writes the event, in one transaction. Where the work throws, nothing of it stays, and the event is
     * that of the failure, in a transaction of its own. Where that cannot be written, what was thrown carries the reason as
     * {@linkplain Throwable#getSuppressed() suppressed}.
     *
     * @param found what to write of the work's result
     * @param failed what to write of what it threw
     */
    public <T> T during(
            TenantScope scope,
            Attempt attempt,
            Supplier<T> work,
            Function<T, Finding> found,
            Function<Throwable, AuditOutcome> failed) {
        try {
            return transactions.inScope(scope, () -> {
                T result = work.get();
                write(scope, attempt, found.apply(result));
                return result;
            });
        } catch (RuntimeException | Error e) {
            writeFailure(scope, attempt, failed.apply(e), e);
            throw e;
        }
    }

    /** Writes the event of a failure, which carries the reason as suppressed where that cannot be written. */
    public void writeFailure(TenantScope scope, Attempt attempt, AuditOutcome outcome, Throwable failure) {
        try {
            write(scope, attempt, new Finding(outcome, AuditDetails.NONE));
        } catch (RuntimeException notWritten) {
            failure.addSuppressed(notWritten);
        }
    }

    /** Writes an event, in the current transaction where there is one. */
    public void write(TenantScope scope, Attempt attempt, Finding finding) {
        trail.append(
                scope,
                new AuditEvent(
                        new AuditEventId(UUID.randomUUID()),
                        clock.instant(),
                        attempt.action(),
                        attempt.actor(),
                        attempt.origin(),
                        finding.details(),
                        finding.outcome()));
    }

    /** Somebody sets about something. */
    public record Attempt(AuditAction action, AuditActor actor, AuditOrigin origin) {}

    /** What came of it. */
    public record Finding(AuditOutcome outcome, AuditDetails details) {
        public static Finding done(AuditDetails details) {
            return new Finding(new AuditOutcome.Done(), details);
        }

        public static Finding refused(String code) {
            return new Finding(new AuditOutcome.Refused(code), AuditDetails.NONE);
        }
    }
}
