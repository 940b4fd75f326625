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
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Records who did what to a client account. An event is stored together with the change that it describes, or neither
 * is.
 */
public final class Audit {
    /** The code of an event that stands for several refusals. */
    private static final String MORE_REFUSALS = "MORE_REFUSALS";

    private final AuditTrail trail;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final RefusalCounts refusals = new RefusalCounts();

    public Audit(AuditTrail trail, TenantTransactions transactions, Clock clock) {
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Does the work and records its event, in one transaction. If the work throws, nothing of it stays, and the event
     * of the failure is recorded in a transaction of its own. If this event cannot be recorded either, the exception of
     * the work carries the reason as {@linkplain Throwable#getSuppressed() suppressed}. Work for which there is no place
     * leaves no event: it did not begin, and its event would need a place, too.
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
        } catch (OverloadedException e) {
            throw e;
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

    /**
     * Records an event, in the current transaction if there is one. Refusals beyond {@value RefusalCounts#MOST_RECORDED} a
     * minute of one actor are counted instead.
     */
    public void write(TenantScope scope, Attempt attempt, Finding finding) {
        boolean isRecorded = switch (finding.outcome()) {
            case AuditOutcome.Done() -> true;
            case AuditOutcome.Failed() -> true;
            case AuditOutcome.Refused refused -> refusals.isRecorded(scope, attempt, clock.instant());
        };
        if (isRecorded) {
            append(scope, attempt, finding);
        }
    }

    /** Records how many refusals of each actor were counted only, as one event for each minute that is over. */
    public void writeUnrecorded() {
        RuntimeException failure = null;
        for (RefusalCounts.Unrecorded unrecorded : refusals.takeUnrecorded(clock.instant())) {
            try {
                append(unrecorded.scope(), unrecorded.attempt(), moreRefusals(unrecorded.refusals()));
            } catch (RuntimeException e) {
                // The client account may be gone. The others have their events nevertheless.
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static Finding moreRefusals(int refusals) {
        return new Finding(
                new AuditOutcome.Refused(MORE_REFUSALS),
                new AuditDetails(null, Map.of(), Map.of("refusals", Integer.toString(refusals))));
    }

    private void append(TenantScope scope, Attempt attempt, Finding finding) {
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
