package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.FinishedAttempt;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.ServiceLocks.Held;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Runs jobs that give one client account after the other its turn, each job in one process at a time. */
@Component
class AccountTurns {
    private final JobAttempts attempts;
    private final ServiceLocks locks;
    private final ClientAccountRegistry registry;

    AccountTurns(JobAttempts attempts, ServiceLocks locks, ClientAccountRegistry registry) {
        this.attempts = attempts;
        this.locks = locks;
        this.registry = registry;
    }

    /** How the job ended, and what came of the turns until then. */
    record Results<R>(JobEnd end, List<R> results) {}

    /** A turn for each client account. */
    <R> Results<R> forAll(Job job, Class<R> kind, Function<ClientAccount, List<R>> turn) {
        return run(job, new AccountRun<>(registry.allClientAccounts(), kind, turn));
    }

    /** A turn for one of them. */
    <R> Results<R> forOne(ClientAccount account, Job job, Class<R> kind, Function<ClientAccount, List<R>> turn) {
        return run(job, new AccountRun<>(List.of(account), kind, turn));
    }

    private <R> Results<R> run(Job job, AccountRun<R> run) {
        Optional<Held> lock = locks.tryAcquire(job.getName());
        if (lock.isEmpty()) {
            return new Results<>(new JobEnd.Busy(), List.of());
        }
        try (Held held = lock.get()) {
            FinishedAttempt attempt = attempts.run(job, run, attempts.stoppable(JobProgress.SILENT));
            return new Results<>(attempt.end(), attempt.results().all(run.kind()));
        }
    }
}
