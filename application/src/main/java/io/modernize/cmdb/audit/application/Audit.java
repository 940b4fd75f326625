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

/**
 * Records who did what to a client account. An event is stored together with the change that it describes, or neither
 * is.
 */
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
     * Does the work and records its event, in one transaction. If the work throws, nothing of it stays, and the event
     * of the failure is recorded in a transaction of its own. If this event cannot be recorded either, the exception of
     * the work carries the reason as {@linkplain Throwable#getSuppressed() suppressed}.
     *
     * @param found what to record about the result of the work
     * @param failed what to record about the exception of the work
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

    /** Records the event of a failure. If that is not possible, the failure carries the reason as suppressed. */
    public void writeFailure(TenantScope scope, Attempt attempt, AuditOutcome outcome, Throwable failure) {
        try {
            write(scope, attempt, new Finding(outcome, AuditDetails.NONE));
        } catch (RuntimeException notWritten) {
            failure.addSuppressed(notWritten);
        }
    }

    /** Records an event, in the current transaction if there is one. */
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

    /** An action that somebody is about to take. */
    public record Attempt(AuditAction action, AuditActor actor, AuditOrigin origin) {}

    /** The result of an action. */
    public record Finding(AuditOutcome outcome, AuditDetails details) {
        public static Finding done(AuditDetails details) {
            return new Finding(new AuditOutcome.Done(), details);
        }

        public static Finding refused(String code) {
            return new Finding(new AuditOutcome.Refused(code), AuditDetails.NONE);
        }
    }
}
