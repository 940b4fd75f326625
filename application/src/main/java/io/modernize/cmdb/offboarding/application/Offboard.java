package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Completed;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.EngagementBusy;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Failed;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.ResourcesBusy;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.SomethingLeft;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Stopped;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Unprepared;
import io.modernize.cmdb.offboarding.application.StoredRows.Batch;
import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Deletes all stored data of engagements, or of a client account.
 *
 * <p>No progress is recorded. The remaining work follows from what is still there, so another run finishes one that was
 * interrupted at any point.
 */
public final class Offboard {
    /**
     * The number of rows of a transaction. They are deleted within a second or two, with all that depends on them, so
     * nobody waits long for their locks.
     */
    static final int BATCH_ROWS = 2_000;

    private final EngagementCatalog engagements;
    private final EngagementLocks locks;
    private final StoredRows rows;
    private final ClientAccountResources resources;
    private final Clock clock;

    public Offboard(
            EngagementCatalog engagements,
            EngagementLocks locks,
            StoredRows rows,
            ClientAccountResources resources,
            Clock clock) {
        this.engagements = engagements;
        this.locks = locks;
        this.rows = rows;
        this.resources = resources;
        this.clock = clock;
    }

    /** What {@link #run} would delete now. Nothing is changed. */
    public OffboardingSurvey survey(TenantScope scope) {
        return new OffboardingSurvey(present(rows.count(scope)), isWhole(scope) ? resources.names(scope) : List.of());
    }

    /**
     * Deletes batch by batch, while no import, embedding or search for duplicates can run in the engagements. It must
     * not be called in a transaction.
     *
     * @param scope the scope of a whole client account deletes all of it, including an engagement that is created
     *     meanwhile; the scope of engagements deletes these, and the client account stays
     * @param preparation what has to succeed before anything is deleted
     * @param stopRequested asked between batches
     */
    public OffboardingOutcome run(
            TenantScope scope, Preparation preparation, Progress progress, BooleanSupplier stopRequested) {
        Tally tally = new Tally(clock);
        Optional<Held> held = locks.tryAcquireAll(scope, engagementIds(scope), EngagementLocks.ALL_WORK);
        if (held.isEmpty()) {
            return new EngagementBusy(tally.report());
        }
        try (Held alone = held.get()) {
            if (!preparation.prepare(scope, engagements.engagements(scope))) {
                return new Unprepared(tally.report());
            }
            return delete(scope, tally, progress, stopRequested);
        } catch (RuntimeException e) {
            return new Failed(tally.report(), e);
        }
    }

    private Set<EngagementId> engagementIds(TenantScope scope) {
        return switch (scope.engagements()) {
            case EngagementSelection.All() ->
                Set.copyOf(engagements.engagements(scope).stream()
                        .map(Engagement::id)
                        .toList());
            case EngagementSelection.Only(var ids) -> ids;
        };
    }

    private static boolean isWhole(TenantScope scope) {
        return scope.engagements() instanceof EngagementSelection.All;
    }

    private OffboardingOutcome delete(
            TenantScope scope, Tally tally, Progress progress, BooleanSupplier stopRequested) {
        List<TableRows> before = rows.count(scope);
        long total = total(before);
        progress.report(0, total);
        for (TableRows table : before) {
            // Resources go first, so that nobody uses them any more. They go again before the last table, because some
            // may have come back, and without the client account's own row nobody would find them.
            boolean isFirstOrLast = table.equals(before.getFirst()) || table.equals(before.getLast());
            if (isFirstOrLast && isBusy(scope, tally)) {
                return new ResourcesBusy(tally.report());
            }
            @Nullable UUID from = null;
            boolean isEmpty = false;
            while (!isEmpty) {
                if (stopRequested.getAsBoolean()) {
                    return new Stopped(tally.report());
                }
                Batch batch = rows.delete(scope, table.table(), from, BATCH_ROWS);
                tally.deleted(table.table(), batch.rows());
                progress.report(tally.rows(), Math.max(total, tally.rows()));
                from = batch.next();
                isEmpty = from == null;
            }
        }
        OffboardingSurvey left = survey(scope);
        return left.isEmpty() ? new Completed(tally.report()) : new SomethingLeft(tally.report(), left);
    }

    /** Releases the resources of a whole client account. Engagements have none of their own. */
    private boolean isBusy(TenantScope scope, Tally tally) {
        if (!isWhole(scope)) {
            return false;
        }
        Optional<List<String>> released = resources.release(scope);
        released.ifPresent(tally::released);
        return released.isEmpty();
    }

    private static List<TableRows> present(List<TableRows> tables) {
        return tables.stream().filter(table -> table.rows() > 0).toList();
    }

    private static long total(List<TableRows> tables) {
        return tables.stream().mapToLong(TableRows::rows).sum();
    }

    /** The work that has to be done first, such as an export. */
    @FunctionalInterface
    public interface Preparation {
        Preparation NONE = (scope, engagements) -> true;

        /**
         * Does the work. It is called once, when nothing can change in the engagements any more.
         *
         * @param engagements the engagements that will be deleted
         * @return false if nothing may be deleted
         */
        boolean prepare(TenantScope scope, List<Engagement> engagements);
    }

    /** Receives the progress of the deletion. */
    @FunctionalInterface
    public interface Progress {
        Progress SILENT = (done, total) -> {};

        /**
         * Reports progress after each batch.
         *
         * @param done the number of rows that this run has deleted
         * @param total the number of deleted rows and rows that are left
         */
        void report(long done, long total);
    }

    /** Adds up what this run has done. */
    private static final class Tally {
        private final Clock clock;
        private final Instant begunAt;
        private final List<TableRows> deleted = new ArrayList<>();
        private final List<String> released = new ArrayList<>();

        private Tally(Clock clock) {
            this.clock = clock;
            this.begunAt = clock.instant();
        }

        private void deleted(String table, long rows) {
            boolean isSameTable =
                    !deleted.isEmpty() && deleted.getLast().table().equals(table);
            long before = isSameTable ? deleted.removeLast().rows() : 0;
            deleted.add(new TableRows(table, before + rows));
        }

        private void released(List<String> names) {
            released.addAll(names);
        }

        private long rows() {
            return total(deleted);
        }

        private OffboardingReport report() {
            return new OffboardingReport(begunAt, clock.instant(), present(deleted), released);
        }
    }
}
