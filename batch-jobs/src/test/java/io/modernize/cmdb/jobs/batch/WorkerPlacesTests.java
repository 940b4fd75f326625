package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.application.JobQueue.Vacancies;
import io.modernize.cmdb.jobs.application.JobQueue.WaitingRun;
import io.modernize.cmdb.jobs.batch.WorkerPlaces.Place;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkerPlacesTests {
    private final TwoClients clients = TwoClients.random();
    private final ClientAccountId northwind = clients.northwind();
    private final ClientAccountId harbor = clients.harbor();

    private static WaitingRun run(ClientAccountId clientAccountId, JobSize size) {
        return new WaitingRun(clientAccountId, new JobRunId(UUID.randomUUID()), size);
    }

    @Test
    void areForOneClientAccountAtMostAllButOne() {
        WorkerPlaces places = new WorkerPlaces(3);
        Place first = places.take(run(northwind, JobSize.SMALL)).orElseThrow();
        assertThat(places.take(run(northwind, JobSize.SMALL))).isPresent();

        assertThat(places.take(run(northwind, JobSize.SMALL))).isEmpty();
        assertThat(places.vacancies()).isEqualTo(new Vacancies(true, Set.of(northwind)));
        assertThat(places.take(run(harbor, JobSize.SMALL))).isPresent();
        first.close();
        assertThat(places.take(run(northwind, JobSize.SMALL))).isPresent();
    }

    @Test
    void areForLargeRunsAtMostAllButOne() {
        WorkerPlaces places = new WorkerPlaces(3);
        Place first = places.take(run(northwind, JobSize.LARGE)).orElseThrow();
        assertThat(places.take(run(harbor, JobSize.LARGE))).isPresent();

        assertThat(places.take(run(harbor, JobSize.LARGE))).isEmpty();
        assertThat(places.vacancies()).isEqualTo(new Vacancies(false, Set.of()));
        assertThat(places.take(run(harbor, JobSize.SMALL))).isPresent();
        first.close();
        assertThat(places.vacancies().forLarge()).isTrue();
    }

    @Test
    void letTheOnlyWorkerDoAnything() {
        WorkerPlaces places = new WorkerPlaces(1);

        assertThat(places.vacancies()).isEqualTo(Vacancies.FOR_ALL);
        assertThat(places.take(run(northwind, JobSize.LARGE))).isPresent();
    }

    @Test
    void areTakenForARunOnce() {
        WorkerPlaces places = new WorkerPlaces(4);
        WaitingRun run = run(northwind, JobSize.SMALL);
        Place place = places.take(run).orElseThrow();

        assertThat(places.take(run)).isEmpty();
        place.close();
        assertThat(places.take(run)).isPresent();
    }
}
