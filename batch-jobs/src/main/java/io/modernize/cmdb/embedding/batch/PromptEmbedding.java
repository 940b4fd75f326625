package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.inventory.AssetsChanged;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Embeds assets within seconds of their change, while the service serves. An event that was committed and not followed up
 * is heard again after the next start. Many of one engagement are followed up together.
 *
 * <p>Where the provider is out of reach, the event is done with all the same: what is due is seen by the data, and the
 * scheduled job embeds it later.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "cmdb.embedding.prompt.enabled", matchIfMissing = true)
class PromptEmbedding {
    private static final Logger LOG = LoggerFactory.getLogger(PromptEmbedding.class);

    /** Between looks at an engagement that a job embeds right now. */
    private static final long BUSY_WAIT_MILLIS = 1_000;

    private final EmbeddingJobs jobs;
    private final JobAttempts attempts;
    private final Map<AssetsChanged, Turn> turns = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    /** An engagement's: whoever comes while another embeds is followed up by the next one for all who wait. */
    private static final class Turn {
        private final AtomicLong asked = new AtomicLong();
        private final ReentrantLock lock = new ReentrantLock(true);
        private long answered;
    }

    PromptEmbedding(EmbeddingJobs jobs, JobAttempts attempts) {
        this.jobs = jobs;
        this.attempts = attempts;
    }

    /** Not before: what runs at the start brings assets, too, and embeds them itself. */
    @EventListener
    void serviceIsReady(ApplicationReadyEvent event) {
        ready.countDown();
    }

    /**
     * Beside the import that brought the assets, and without a transaction: no database connection waits for a model.
     *
     * @throws IllegalStateException where the service ends first, so that the event is heard again after the next start
     */
    @Async
    @TransactionalEventListener(id = "embed-changed-assets")
    void embed(AssetsChanged event) throws InterruptedException {
        ready.await();
        Turn turn = turns.computeIfAbsent(event, engagement -> new Turn());
        long mine = turn.asked.incrementAndGet();
        turn.lock.lockInterruptibly();
        try {
            if (turn.answered < mine) {
                long all = turn.asked.get();
                embedWhatIsDue(event);
                turn.answered = all;
            }
        } finally {
            turn.lock.unlock();
        }
    }

    private void embedWhatIsDue(AssetsChanged event) throws InterruptedException {
        JobProgress progress = attempts.stoppable(JobProgress.SILENT);
        TenantScope scope = TenantScope.forJob(event.clientAccountId(), event.engagementId());
        EmbeddingOutcome outcome = jobs.run(scope, event.engagementId(), progress);
        while (outcome instanceof EmbeddingOutcome.EngagementBusy && !progress.isStopRequested()) {
            // It may be past the assets that have just changed.
            Thread.sleep(BUSY_WAIT_MILLIS);
            outcome = jobs.run(scope, event.engagementId(), progress);
        }
        if (progress.isStopRequested() && !(outcome instanceof EmbeddingOutcome.Completed)) {
            throw new IllegalStateException("the service ends before changed assets are embedded");
        }
        if (!(outcome instanceof EmbeddingOutcome.Completed)) {
            LOG.warn(
                    "Changed assets of engagement {} wait for the next embedding job: {}",
                    event.engagementId(),
                    outcome);
        }
    }
}
