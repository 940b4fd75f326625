package io.modernize.cmdb.embedding.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.inventory.AssetsChanged;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.TestAttempts;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.testsupport.Await;
import java.util.UUID;
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
    private final PromptEmbedding prompt = new PromptEmbedding(jobs, new TestAttempts().attempts());

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
