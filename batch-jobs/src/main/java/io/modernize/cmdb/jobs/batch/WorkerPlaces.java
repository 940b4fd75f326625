package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.application.JobQueue.Vacancies;
import io.modernize.cmdb.jobs.application.JobQueue.WaitingRun;
import io.modernize.cmdb.tenancy.ClientAccountId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The runs that the workers of this process work on. If there are several workers, one client account has at most all
 * but one, and large runs have together at most all but one. So a worker is there for a small run of another client
 * account. Nobody waits here: the order of runs is the order of the queue.
 */
final class WorkerPlaces {
    private final int most;
    private final Set<JobRunId> runs = new HashSet<>();
    private final Map<ClientAccountId, Integer> ofClientAccounts = new HashMap<>();
    private int large;

    WorkerPlaces(int workers) {
        this.most = Math.max(1, workers - 1);
    }

    /** A place that is taken. It is given back once. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** What there are places for now. */
    synchronized Vacancies vacancies() {
        return new Vacancies(
                large < most,
                ofClientAccounts.entrySet().stream()
                        .filter(taken -> taken.getValue() >= most)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Takes the place for a run. Empty if there is none, or if a worker of this process works on the run already. */
    synchronized Optional<Place> take(WaitingRun run) {
        Vacancies vacancies = vacancies();
        if (vacancies.served().contains(run.clientAccountId())
                || (run.size() == JobSize.LARGE && !vacancies.forLarge())
                || !runs.add(run.id())) {
            return Optional.empty();
        }
        ofClientAccounts.merge(run.clientAccountId(), 1, Integer::sum);
        large += run.size() == JobSize.LARGE ? 1 : 0;
        return Optional.of(() -> giveBack(run));
    }

    private synchronized void giveBack(WaitingRun run) {
        runs.remove(run.id());
        ofClientAccounts.computeIfPresent(run.clientAccountId(), (id, taken) -> taken == 1 ? null : taken - 1);
        large -= run.size() == JobSize.LARGE ? 1 : 0;
    }
}
