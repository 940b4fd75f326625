package io.modernize.cmdb.jobs.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.JobQueue;
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
        JobRun run = runs.enqueue(clients.northwindScope(), clients.exit(), JobKind.EMBEDDING, Map.of(), "somebody")
                .orElseThrow();
        WaitingRun waiting = new WaitingRun(clients.northwind(), run.id());

        assertThat(queue.waiting(10_000)).contains(waiting);
        runs.begin(clients.northwindScope(), run.id());
        assertThat(queue.waiting(10_000)).as("its process may be gone").contains(waiting);
        runs.end(clients.northwindScope(), run.id(), JobStatus.QUEUED, "busy");
        assertThat(queue.waiting(10_000)).as("not at once again").doesNotContain(waiting);
        runs.begin(clients.northwindScope(), run.id());
        runs.end(clients.northwindScope(), run.id(), JobStatus.COMPLETED, "done");
        assertThat(queue.waiting(10_000)).doesNotContain(waiting);
    }
}
