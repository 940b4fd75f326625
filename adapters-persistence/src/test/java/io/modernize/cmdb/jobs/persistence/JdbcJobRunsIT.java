package io.modernize.cmdb.jobs.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.jobs.application.JobQueue.Vacancies;
import io.modernize.cmdb.jobs.application.JobQueue.WaitingRun;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.application.JobRunsContract;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcJobRunsIT extends JobRunsContract {
    private final JobRuns runs;
    private final JobQueue queue;

    @Autowired
    JdbcJobRunsIT(TwoClients clients, JobRuns runs, JobQueue queue) {
        super(clients, runs);
        this.runs = runs;
        this.queue = queue;
    }

    @Test
    void areFoundByTheQueueWhileTheyNeedAProcess() {
        JobRun run = runs.enqueue(
                        clients.northwindScope(),
                        clients.exit(),
                        JobKind.EMBEDDING,
                        JobSize.LARGE,
                        Map.of(),
                        "somebody")
                .orElseThrow();
        WaitingRun waiting = new WaitingRun(clients.northwind(), run.id(), JobSize.LARGE);

        assertThat(queue.waiting(Vacancies.FOR_ALL, 10_000)).contains(waiting);
        JobRun first = runs.begin(clients.northwindScope(), run.id()).orElseThrow();
        assertThat(queue.waiting(Vacancies.FOR_ALL, 10_000))
                .as("its process may be gone")
                .contains(waiting);
        runs.end(first, JobStatus.QUEUED, "busy");
        assertThat(queue.waiting(Vacancies.FOR_ALL, 10_000))
                .as("not at once again")
                .doesNotContain(waiting);
        runs.end(runs.begin(clients.northwindScope(), run.id()).orElseThrow(), JobStatus.COMPLETED, "done");
        assertThat(queue.waiting(Vacancies.FOR_ALL, 10_000)).doesNotContain(waiting);
    }
}
