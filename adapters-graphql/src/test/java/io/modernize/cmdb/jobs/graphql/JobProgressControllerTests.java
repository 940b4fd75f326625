package io.modernize.cmdb.jobs.graphql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobProgressControllerTests {
    private final TenantScope scope = TwoClients.random().northwindScope();
    private final RunsOutOfMemory runs = new RunsOutOfMemory(new InMemoryJobRuns(), new AtomicInteger());

    /** Else the stream would say nothing until its time is over. */
    @Test
    void endsTheStreamWhereTheProcessHasAnError() {
        JobRun run = runs.enqueue(scope, null, JobKind.AUDIT, JobSize.LARGE, Map.of(), "somebody")
                .orElseThrow();

        assertThatThrownBy(() -> new JobProgressController(runs, Clock.systemUTC())
                        .jobProgress(scope, run.id().toString())
                        .collectList()
                        .block(Duration.ofSeconds(30)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the process has an error")
                .hasCauseInstanceOf(OutOfMemoryError.class);
    }

    /** Finds a run once. */
    private record RunsOutOfMemory(JobRuns runs, AtomicInteger looks) implements JobRuns {
        @Override
        public Optional<JobRun> find(TenantScope scope, JobRunId id) {
            if (looks.incrementAndGet() > 1) {
                throw new OutOfMemoryError("for a test");
            }
            return runs.find(scope, id);
        }

        @Override
        public Optional<JobRun> enqueue(
                TenantScope scope,
                @Nullable EngagementId engagementId,
                JobKind kind,
                JobSize size,
                Map<String, String> arguments,
                String requestedBy) {
            return runs.enqueue(scope, engagementId, kind, size, arguments, requestedBy);
        }

        @Override
        public List<JobRun> findAll(TenantScope scope, Collection<JobRunId> ids) {
            return runs.findAll(scope, ids);
        }

        @Override
        public Page<JobRun> list(
                TenantScope scope, Set<JobKind> kinds, Set<JobStatus> statuses, @Nullable JobRunId before, int limit) {
            return runs.list(scope, kinds, statuses, before, limit);
        }

        @Override
        public Optional<JobRun> begin(TenantScope scope, JobRunId id) {
            return runs.begin(scope, id);
        }

        @Override
        public int queued(TenantScope scope) {
            return runs.queued(scope);
        }

        @Override
        public boolean advance(JobRun attempt, JobCounts counts, @Nullable String message) {
            return runs.advance(attempt, counts, message);
        }

        @Override
        public void end(JobRun attempt, JobStatus status, @Nullable String message) {
            runs.end(attempt, status, message);
        }

        @Override
        public void makeWay(JobRun attempt, String message) {
            runs.makeWay(attempt, message);
        }

        @Override
        public void setBack(JobRun attempt, String message) {
            runs.setBack(attempt, message);
        }

        @Override
        public boolean requestStop(TenantScope scope, JobRunId id) {
            return runs.requestStop(scope, id);
        }

        @Override
        public int forgetBefore(TenantScope scope, Instant limit) {
            return runs.forgetBefore(scope, limit);
        }

        @Override
        public boolean requeue(TenantScope scope, JobRunId id) {
            return runs.requeue(scope, id);
        }
    }
}
