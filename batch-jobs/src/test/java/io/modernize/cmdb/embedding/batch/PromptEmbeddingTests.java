package io.modernize.cmdb.embedding.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.inventory.AssetsChanged;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.TestAttempts;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.testsupport.Await;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many wait for how long, and what is remembered of them. */
class PromptEmbeddingTests {
    private final ClientAccountId client = new ClientAccountId(UUID.randomUUID());
    private final EngagementId engagement = new EngagementId(UUID.randomUUID());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HeldJobs jobs = new HeldJobs();
    private volatile Instant now = Instant.EPOCH;
    private final PromptEmbedding prompt = prompt(jobs, 2);

    /** Runs that begin when they are let, and say when they have begun. */
    private static final class HeldJobs implements EmbeddingJobs {
        private final AtomicInteger runs = new AtomicInteger();
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore ends = new Semaphore(0);

        @Override
        public EmbeddingOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress) {
            runs.incrementAndGet();
            begun.release();
            ends.acquireUninterruptibly();
            return EmbeddingOutcome.completed(1);
        }

        private void awaitBegin() throws InterruptedException {
            assertThat(begun.tryAcquire(5, TimeUnit.MINUTES)).as("a run begins").isTrue();
        }
    }

    @AfterEach
    void endThreads() {
        jobs.ends.release(1_000);
        threads.close();
    }

    @Test
    void remembersNothingOfAnEngagementThatIsFollowedUp() throws Exception {
        start();
        jobs.ends.release(10);

        for (int i = 0; i < 10; i++) {
            prompt.embed(AssetsChanged.in(client, new EngagementId(UUID.randomUUID())));
        }

        assertThat(jobs.runs).hasValue(10);
        assertThat(prompt.underWay()).isZero();
    }

    @Test
    void letsOneWaitWhileAnotherEmbedsHoweverManyCome() throws Exception {
        start();
        Future<?> embedding = change();
        jobs.awaitBegin();
        Future<?> waiting = change();
        awaitWaiting();

        // Each of them returns, although nothing has been embedded since it was committed: the one that waits will do
        // it.
        for (int i = 0; i < 100; i++) {
            prompt.embed(AssetsChanged.in(client, engagement));
        }
        assertThat(jobs.runs).hasValue(1);
        assertThat(waiting.isDone()).isFalse();

        jobs.ends.release(2);
        embedding.get(5, TimeUnit.MINUTES);
        waiting.get(5, TimeUnit.MINUTES);
        assertThat(jobs.runs).hasValue(2);
        assertThat(prompt.underWay()).isZero();
    }

    /** What is embedded was read before: a change that comes then needs a run of its own. */
    @Test
    void embedsAgainWhatChangesWhileTheLastOneEmbeds() throws Exception {
        start();
        Future<?> first = change();
        jobs.awaitBegin();
        Future<?> second = change();
        awaitWaiting();
        jobs.ends.release();
        first.get(5, TimeUnit.MINUTES);
        jobs.awaitBegin();
        Future<?> third = change();
        awaitWaiting();

        jobs.ends.release(2);
        second.get(5, TimeUnit.MINUTES);
        third.get(5, TimeUnit.MINUTES);
        assertThat(jobs.runs).hasValue(3);
    }

    @Test
    void letsAnotherWaitWhenTheOneThatWaitedIsInterrupted() throws Exception {
        start();
        Future<?> embedding = change();
        jobs.awaitBegin();
        Future<?> interrupted = change();
        awaitWaiting();

        interrupted.cancel(true);
        Await.until("nobody waits any more", () -> !prompt.isAwaited(client, engagement));
        Future<?> next = change();
        jobs.ends.release(2);
        embedding.get(5, TimeUnit.MINUTES);
        next.get(5, TimeUnit.MINUTES);

        assertThat(jobs.runs).hasValue(2);
        assertThat(prompt.underWay()).isZero();
    }

    @Test
    void followsUpOnceWhatChangedBeforeTheServiceIsReady() throws Exception {
        Future<?> first = change();
        awaitWaiting();
        for (int i = 0; i < 10; i++) {
            prompt.embed(AssetsChanged.in(client, engagement));
        }
        assertThat(jobs.runs).hasValue(0);

        jobs.ends.release();
        start();
        first.get(5, TimeUnit.MINUTES);
        assertThat(jobs.runs).hasValue(1);
    }

    @Test
    void embedsNoMoreEngagementsAtOnceThanTold() throws Exception {
        PromptEmbedding three = prompt(jobs, 3);
        three.serviceIsReady();
        ClientAccountId other = new ClientAccountId(UUID.randomUUID());
        for (int i = 0; i < 100; i++) {
            changeOf(three, client);
        }
        jobs.awaitBegin();
        jobs.awaitBegin();
        Await.until("the others wait", () -> three.waiting() == 98);
        assertThat(jobs.runs).hasValue(2);

        // One place is left for those who have none.
        changeOf(three, other);
        jobs.awaitBegin();
        changeOf(three, other);
        Await.until("all others wait", () -> three.waiting() == 99);
        assertThat(jobs.runs).hasValue(3);

        jobs.ends.release(102);
        Await.until("all are followed up", () -> three.underWay() == 0);
        assertThat(jobs.runs).hasValue(102);
    }

    @Test
    void embedsTheChangeOfAnotherClientAccountBeforeThoseThatWaitLonger() throws Exception {
        List<ClientAccountId> order = new CopyOnWriteArrayList<>();
        PromptEmbedding one = prompt(
                (scope, engagementId, progress) -> {
                    order.add(scope.clientAccountId());
                    return jobs.run(scope, engagementId, progress);
                },
                1);
        one.serviceIsReady();
        ClientAccountId other = new ClientAccountId(UUID.randomUUID());
        changeOf(one, client);
        jobs.awaitBegin();
        for (int i = 1; i <= 5; i++) {
            int waiting = i;
            changeOf(one, client);
            Await.until(i + " wait", () -> one.waiting() == waiting);
        }
        changeOf(one, other);
        Await.until("6 wait", () -> one.waiting() == 6);

        jobs.ends.release();
        jobs.awaitBegin();

        assertThat(order).containsExactly(client, other);
    }

    @Test
    void givesItsPlaceToOthersAfterAWhileAndGoesOnLater() throws Exception {
        List<EngagementId> order = new CopyOnWriteArrayList<>();
        Semaphore looks = new Semaphore(0);
        EngagementId large = new EngagementId(UUID.randomUUID());
        EmbeddingJobs unlessAskedToStop = (scope, engagementId, progress) -> {
            order.add(engagementId);
            if (!engagementId.equals(large) || order.size() > 1) {
                return EmbeddingOutcome.completed(1);
            }
            looks.acquireUninterruptibly();
            assertThat(progress.isStopRequested())
                    .as("before its slice is over")
                    .isFalse();
            now = now.plus(PromptEmbedding.SLICE);
            assertThat(progress.isStopRequested()).as("after its slice").isTrue();
            return new EmbeddingOutcome(new JobEnd.Stopped(), 1_000, RefusedAssets.NONE);
        };
        PromptEmbedding one = prompt(unlessAskedToStop, 1);
        one.serviceIsReady();
        Future<?> first = threads.submit(() -> {
            one.embed(AssetsChanged.in(client, large));
            return null;
        });
        Await.until("the large engagement is embedded", () -> order.size() == 1);
        Future<?> second = changeOf(one, new ClientAccountId(UUID.randomUUID()));
        Await.until("another waits", () -> one.waiting() == 1);

        looks.release();
        first.get(5, TimeUnit.MINUTES);
        second.get(5, TimeUnit.MINUTES);

        assertThat(order).hasSize(3);
        assertThat(order.getFirst()).isEqualTo(large);
        assertThat(order.getLast()).isEqualTo(large);
    }

    @Test
    void refusesAnImpossibleNumberAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PromptEmbeddingProperties(0))
                .withMessageContaining("cmdb.embedding.prompt.at-once");
    }

    private PromptEmbedding prompt(EmbeddingJobs work, int atOnce) {
        return new PromptEmbedding(
                work, new TestAttempts().attempts(), new PromptEmbeddingProperties(atOnce), new TestClock(() -> now));
    }

    private Future<?> changeOf(PromptEmbedding which, ClientAccountId clientAccountId) {
        return threads.submit(() -> {
            which.embed(AssetsChanged.in(clientAccountId, new EngagementId(UUID.randomUUID())));
            return null;
        });
    }

    private void start() {
        prompt.serviceIsReady();
    }

    private Future<?> change() {
        return threads.submit(() -> {
            prompt.embed(AssetsChanged.in(client, engagement));
            return null;
        });
    }

    private void awaitWaiting() {
        Await.until("somebody waits", () -> prompt.isAwaited(client, engagement));
    }
}
