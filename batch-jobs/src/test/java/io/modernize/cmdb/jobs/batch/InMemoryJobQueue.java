package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The runs of some client accounts, each of which takes its turn. */
final class InMemoryJobQueue implements JobQueue {
    private static final int MOST = 1_000;

    private final InMemoryJobRuns runs;
    private final List<TenantScope> clientAccounts;

    InMemoryJobQueue(InMemoryJobRuns runs, TenantScope... clientAccounts) {
        this.runs = runs;
        this.clientAccounts = List.of(clientAccounts);
    }

    @Override
    public List<WaitingRun> waiting(Vacancies vacancies, int limit) {
        List<List<WaitingRun>> lines = clientAccounts.stream()
                .map(scope -> line(scope, Set.of(JobStatus.QUEUED, JobStatus.RUNNING)))
                .toList();
        List<WaitingRun> waiting = new ArrayList<>();
        for (int place = 0; place < MOST; place++) {
            for (List<WaitingRun> line : lines) {
                if (place < line.size() && isFor(vacancies, line.get(place))) {
                    waiting.add(line.get(place));
                }
            }
        }
        return waiting.subList(0, Math.min(limit, waiting.size()));
    }

    private static boolean isFor(Vacancies vacancies, WaitingRun run) {
        return (vacancies.forLarge() || run.size() == JobSize.SMALL)
                && !vacancies.served().contains(run.clientAccountId());
    }

    @Override
    public boolean isLargeQueuedBeside(ClientAccountId clientAccountId) {
        return clientAccounts.stream()
                .filter(scope -> !scope.clientAccountId().equals(clientAccountId))
                .flatMap(scope -> line(scope, Set.of(JobStatus.QUEUED)).stream())
                .anyMatch(run -> run.size() == JobSize.LARGE);
    }

    /** Small runs first, and the oldest first. */
    private List<WaitingRun> line(TenantScope scope, Set<JobStatus> statuses) {
        List<JobRun> found =
                runs.list(scope, Set.of(), statuses, null, MOST).entries().reversed();
        return found.stream()
                .map(run -> new WaitingRun(scope.clientAccountId(), run.id(), runs.size(run.id())))
                .sorted((one, other) -> one.size().compareTo(other.size()))
                .toList();
    }
}
