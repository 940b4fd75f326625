package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs in memory, oldest first. */
public final class InMemoryJobRuns implements JobRuns {
    private static final int MOST_CRASHES = 5;
    private static final int MOST_SETBACKS = 10;

    private final List<JobRun> runs = new ArrayList<>();
    private final List<JobRunId> crashes = new ArrayList<>();
    private final Map<JobRunId, Integer> setbacks = new HashMap<>();
    private final Set<JobRunId> small = new HashSet<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Optional<JobRun> enqueue(
            TenantScope scope,
            @Nullable EngagementId engagementId,
            JobKind kind,
            JobSize size,
            Map<String, String> arguments,
            String requestedBy) {
        if (engagementId != null) {
            scope.requireCovers(engagementId);
        } else if (!(scope.engagements() instanceof EngagementSelection.All)) {
            throw new IllegalArgumentException("the scope does not cover the client account as a whole");
        }
        JobRun run = new JobRun(
                new JobRunId(UUID.randomUUID()),
                engagementId == null ? scope : scope.narrowedTo(engagementId).orElseThrow(),
                engagementId,
                kind,
                arguments,
                JobStatus.QUEUED,
                JobCounts.NONE,
                null,
                null,
                false,
                requestedBy,
                tick(),
                null);
        if (runs.stream()
                .anyMatch(other -> isSameWork(other, run) && !other.status().isOver())) {
            return Optional.empty();
        }
        runs.add(run);
        if (size == JobSize.SMALL) {
            small.add(run.id());
        }
        return Optional.of(run);
    }

    /** The size that the run has now. */
    public synchronized JobSize size(JobRunId id) {
        return small.contains(id) ? JobSize.SMALL : JobSize.LARGE;
    }

    @Override
    public synchronized int queued(TenantScope scope) {
        return (int) runs.stream()
                .filter(run -> run.scope().clientAccountId().equals(scope.clientAccountId()))
                .filter(run -> run.status() == JobStatus.QUEUED)
                .count();
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    private static boolean isSameWork(JobRun one, JobRun other) {
        return one.scope().clientAccountId().equals(other.scope().clientAccountId())
                && one.kind() == other.kind()
                && Objects.equals(one.engagementId(), other.engagementId());
    }

    private static boolean isVisible(TenantScope scope, JobRun run) {
        EngagementId engagementId = run.engagementId();
        return run.scope().clientAccountId().equals(scope.clientAccountId())
                && (engagementId == null
                        ? scope.engagements() instanceof EngagementSelection.All
                        : scope.engagements().includes(engagementId));
    }

    @Override
    public synchronized Optional<JobRun> find(TenantScope scope, JobRunId id) {
        return runs.stream()
                .filter(run -> run.id().equals(id) && isVisible(scope, run))
                .findFirst();
    }

    @Override
    public synchronized List<JobRun> findAll(TenantScope scope, Collection<JobRunId> ids) {
        return runs.stream()
                .filter(run -> ids.contains(run.id()) && isVisible(scope, run))
                .toList();
    }

    @Override
    public synchronized Page<JobRun> list(
            TenantScope scope, Set<JobKind> kinds, Set<JobStatus> statuses, @Nullable JobRunId before, int limit) {
        Optional<JobRun> last = before == null
                ? Optional.empty()
                : runs.stream()
                        .filter(run -> run.id().equals(before) && isVisible(scope, run))
                        .findFirst();
        if (before != null && last.isEmpty()) {
            return new Page<>(List.of(), true, false);
        }
        return Page.forward(
                before,
                limit,
                most -> runs.reversed().stream()
                        .filter(run -> isVisible(scope, run))
                        .filter(run -> kinds.isEmpty() || kinds.contains(run.kind()))
                        .filter(run -> statuses.isEmpty() || statuses.contains(run.status()))
                        .filter(run -> last.isEmpty()
                                || run.queuedAt().isBefore(last.get().queuedAt()))
                        .limit(most)
                        .toList());
    }

    @Override
    public synchronized Optional<JobRun> begin(TenantScope scope, JobRunId id) {
        Optional<JobRun> run = find(scope, id).filter(found -> !found.status().isOver());
        if (run.isEmpty()) {
            return Optional.empty();
        }
        if (run.get().status() == JobStatus.RUNNING) {
            crashes.add(id);
        }
        if (crashes.stream().filter(id::equals).count() >= MOST_CRASHES) {
            replace(
                    id,
                    JobStatus.FAILED,
                    run.get().counts(),
                    "crashed",
                    run.get().stopRequested(),
                    run.get().resumedAt());
            return Optional.empty();
        }
        if (run.get().stopRequested()) {
            replace(
                    id,
                    JobStatus.STOPPED,
                    run.get().counts(),
                    null,
                    true,
                    run.get().resumedAt());
            return Optional.empty();
        }
        return Optional.of(replace(
                id,
                JobStatus.RUNNING,
                run.get().counts(),
                null,
                false,
                new JobRun.Resumption(tick(), run.get().counts().read())));
    }

    @Override
    public synchronized boolean advance(JobRun attempt, JobCounts counts, @Nullable String message) {
        Optional<JobRun> run = running(attempt);
        run.ifPresent(found ->
                replace(found.id(), JobStatus.RUNNING, counts, message, found.stopRequested(), found.resumedAt()));
        return run.map(JobRun::stopRequested).orElse(true);
    }

    @Override
    public synchronized void end(JobRun attempt, JobStatus status, @Nullable String message) {
        if (isEnded(attempt, status, message)) {
            setbacks.remove(attempt.id());
        }
    }

    @Override
    public synchronized void makeWay(JobRun attempt, String message) {
        if (isEnded(attempt, JobStatus.QUEUED, message)) {
            setbacks.remove(attempt.id());
            small.remove(attempt.id());
        }
    }

    @Override
    public synchronized void setBack(JobRun attempt, String message) {
        running(attempt).ifPresent(found -> {
            boolean gotOn = found.resumedAt() != null
                    && found.counts().read() != found.resumedAt().read();
            setbacks.merge(attempt.id(), 1, (before, one) -> gotOn ? one : before + one);
        });
        boolean again = setbacks.getOrDefault(attempt.id(), 0) < MOST_SETBACKS;
        isEnded(attempt, again ? JobStatus.QUEUED : JobStatus.FAILED, message);
    }

    /** Ends the attempt, and returns whether it was the run's present one. */
    private boolean isEnded(JobRun attempt, JobStatus status, @Nullable String message) {
        Optional<JobRun> run = running(attempt);
        run.ifPresentOrElse(
                found -> replace(found.id(), status, found.counts(), message, found.stopRequested(), found.resumedAt()),
                () -> crashes.remove(attempt.id()));
        return run.isPresent();
    }

    private Optional<JobRun> running(JobRun attempt) {
        return find(attempt.scope(), attempt.id())
                .filter(run ->
                        run.status() == JobStatus.RUNNING && Objects.equals(run.resumedAt(), attempt.resumedAt()));
    }

    @Override
    public synchronized boolean requestStop(TenantScope scope, JobRunId id) {
        Optional<JobRun> run = find(scope, id).filter(found -> !found.status().isOver());
        run.ifPresent(found -> replace(
                id,
                found.status() == JobStatus.QUEUED ? JobStatus.STOPPED : found.status(),
                found.counts(),
                found.message(),
                true,
                found.resumedAt()));
        return run.isPresent();
    }

    @Override
    public synchronized int forgetBefore(TenantScope scope, Instant limit) {
        Predicate<JobRun> isOld = run -> {
            Instant endedAt = run.endedAt();
            return isVisible(scope, run) && endedAt != null && endedAt.isBefore(limit);
        };
        int old = (int) runs.stream().filter(isOld).count();
        runs.removeIf(isOld);
        return old;
    }

    @Override
    public synchronized boolean requeue(TenantScope scope, JobRunId id) {
        Optional<JobRun> run = find(scope, id).filter(found -> found.status().isRestartable());
        if (run.isEmpty()
                || runs.stream()
                        .anyMatch(other ->
                                isSameWork(other, run.get()) && !other.status().isOver())) {
            return false;
        }
        crashes.removeIf(id::equals);
        setbacks.remove(id);
        replace(id, JobStatus.QUEUED, run.get().counts(), null, false, run.get().resumedAt());
        return true;
    }

    private JobRun replace(
            JobRunId id,
            JobStatus status,
            JobCounts counts,
            @Nullable String message,
            boolean stopRequested,
            JobRun.@Nullable Resumption resumedAt) {
        int position = runs.stream().map(JobRun::id).toList().indexOf(id);
        JobRun before = runs.get(position);
        JobRun after = new JobRun(
                id,
                before.scope(),
                before.engagementId(),
                before.kind(),
                before.arguments(),
                status,
                counts,
                resumedAt,
                message,
                stopRequested,
                before.requestedBy(),
                before.queuedAt(),
                status.isOver() ? tick() : null);
        runs.set(position, after);
        return after;
    }
}
