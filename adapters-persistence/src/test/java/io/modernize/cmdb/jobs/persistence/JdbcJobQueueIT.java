package io.modernize.cmdb.jobs.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.jobs.application.JobQueue.Vacancies;
import io.modernize.cmdb.jobs.application.JobQueue.WaitingRun;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Client accounts take turns in the queue. Runs of other tests lie in the same database. */
@PersistenceTest
class JdbcJobQueueIT {
    /** As many as the workers of a process look at. */
    private static final int LIMIT = 100;

    private final TwoClients clients;
    private final JobRuns runs;
    private final JobQueue queue;
    private final TenantScope northwind;
    private final TenantScope harbor;

    @Autowired
    JdbcJobQueueIT(TwoClients clients, JobRuns runs, JobQueue queue) {
        this.clients = clients;
        this.runs = runs;
        this.queue = queue;
        this.northwind = clients.northwindScope();
        this.harbor = clients.harborScope();
    }

    /** So that other tests find a short queue. */
    @AfterEach
    void emptyTheQueue() {
        for (TenantScope scope : List.of(northwind, harbor)) {
            runs.list(scope, Set.of(), Set.of(JobStatus.QUEUED), null, 10_000)
                    .entries()
                    .forEach(run -> runs.requestStop(scope, run.id()));
        }
    }

    private JobRun enqueue(TenantScope scope, JobSize size) {
        return runs.enqueue(scope, new EngagementId(UUID.randomUUID()), JobKind.IMPORT, size, Map.of(), "somebody")
                .orElseThrow();
    }

    private JobRun large(TenantScope scope) {
        return enqueue(scope, JobSize.LARGE);
    }

    private JobRun begun(JobRun run) {
        return runs.begin(run.scope(), run.id()).orElseThrow();
    }

    private List<JobRunId> offered(Vacancies vacancies, int limit) {
        Set<ClientAccountId> ours = Set.of(clients.northwind(), clients.harbor());
        return queue.waiting(vacancies, limit).stream()
                .filter(run -> ours.contains(run.clientAccountId()))
                .map(WaitingRun::id)
                .toList();
    }

    private static List<JobRunId> ids(JobRun... found) {
        return List.of(found).stream().map(JobRun::id).toList();
    }

    @Test
    void offersRunsInTurns() {
        JobRun first = large(northwind);
        JobRun second = large(northwind);
        JobRun third = large(northwind);
        JobRun ofHarbor = large(harbor);

        assertThat(offered(Vacancies.FOR_ALL, 10_000)).isEqualTo(ids(first, ofHarbor, second, third));
    }

    @Test
    void offersTheRunOfTheClientAccountFirstThatWasServedLongestAgo() {
        JobRun first = large(northwind);
        JobRun second = large(northwind);
        JobRun ofHarbor = large(harbor);
        runs.end(begun(first), JobStatus.COMPLETED, "done");

        assertThat(offered(Vacancies.FOR_ALL, 10_000)).isEqualTo(ids(ofHarbor, second));

        JobRun alsoOfHarbor = large(harbor);
        runs.end(begun(ofHarbor), JobStatus.COMPLETED, "done");
        assertThat(offered(Vacancies.FOR_ALL, 10_000)).isEqualTo(ids(second, alsoOfHarbor));
    }

    @Test
    void countsRunsThatAreUnderWayAsTurns() {
        JobRun running = begun(large(northwind));
        JobRun second = large(northwind);
        JobRun third = large(northwind);
        JobRun ofHarbor = large(harbor);
        JobRun alsoOfHarbor = large(harbor);

        assertThat(offered(Vacancies.FOR_ALL, 10_000)).isEqualTo(ids(ofHarbor, running, alsoOfHarbor, second, third));
    }

    @Test
    void offersSmallRunsBesideLargeOnes() {
        JobRun large = large(northwind);
        JobRun alsoLarge = large(northwind);
        JobRun small = enqueue(northwind, JobSize.SMALL);
        JobRun alsoSmall = enqueue(northwind, JobSize.SMALL);

        assertThat(offered(Vacancies.FOR_ALL, 10_000)).isEqualTo(ids(large, small, alsoLarge, alsoSmall));
        assertThat(offered(new Vacancies(false, Set.of()), 10_000)).isEqualTo(ids(small, alsoSmall));
        assertThat(queue.waiting(Vacancies.FOR_ALL, 10_000))
                .contains(
                        new WaitingRun(clients.northwind(), large.id(), JobSize.LARGE),
                        new WaitingRun(clients.northwind(), small.id(), JobSize.SMALL));
    }

    @Test
    void offersNoRunsOfThoseWhoHaveTheirWorkers() {
        large(northwind);
        JobRun ofHarbor = large(harbor);

        assertThat(offered(new Vacancies(true, Set.of(clients.northwind())), 10_000))
                .isEqualTo(ids(ofHarbor));
    }

    @Test
    void doesNotHideARunBehindHundredsOfAnotherClientAccount() {
        for (int i = 0; i < 3 * LIMIT; i++) {
            enqueue(northwind, JobSize.SMALL);
        }
        JobRun ofHarbor = large(harbor);

        List<JobRunId> offered = offered(Vacancies.FOR_ALL, LIMIT);

        assertThat(offered.indexOf(ofHarbor.id())).isBetween(0, 1);
    }

    @Test
    void tellsWhetherALargeRunOfAnotherClientAccountIsQueued() {
        JobRun ofNorthwind = large(northwind);

        assertThat(queue.isLargeQueuedBeside(clients.harbor())).isTrue();
        JobRun attempt = begun(ofNorthwind);
        runs.makeWay(attempt, "makes way");
        assertThat(offered(Vacancies.FOR_ALL, 10_000)).as("not at once again").isEmpty();
        assertThat(runs.find(northwind, attempt.id()).orElseThrow().status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void offersARunThatTookTooLongForASmallOneAsALargeOne() {
        JobRun small = enqueue(harbor, JobSize.SMALL);

        runs.makeWay(begun(small), "takes too long");
        runs.requestStop(harbor, small.id());
        runs.requeue(harbor, small.id());

        assertThat(queue.waiting(Vacancies.FOR_ALL, 10_000))
                .contains(new WaitingRun(clients.harbor(), small.id(), JobSize.LARGE));
    }
}
