package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.inventory.AssetsChanged;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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
 * Embeds assets within seconds of their change, while the service serves. An event that was committed but not followed
 * up is heard again after the next start. Many events of one engagement are followed up together.
 *
 * <p>If the provider is out of reach, the event is completed all the same: the data tell what is due, and the scheduled
 * job embeds it later.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "cmdb.embedding.prompt.enabled", matchIfMissing = true)
class PromptEmbedding {
    private static final Logger LOG = LoggerFactory.getLogger(PromptEmbedding.class);

    /** The time between two looks at an engagement that a job is embedding. */
    private static final long BUSY_WAIT_MILLIS = 1_000;

    private final EmbeddingJobs jobs;
    private final JobAttempts attempts;

    /** The engagements that are being followed up. Others are removed. */
    private final Map<Place, Turn> turns = new ConcurrentHashMap<>();

    private final CountDownLatch ready = new CountDownLatch(1);

    private record Place(ClientAccountId clientAccountId, EngagementId engagementId) {}

    /**
     * The turn of an engagement. One thread embeds and one waits, however many chunks of an import commit meanwhile.
     * The thread that waits follows up the events of all others.
     */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private final AtomicBoolean awaited = new AtomicBoolean();

        /** The number of threads that are here. Only the methods of the map change it. */
        private int present;

        private Turn entered() {
            present++;
            return this;
        }

        private @Nullable Turn left() {
            present--;
            return present == 0 ? null : this;
        }
    }

    PromptEmbedding(EmbeddingJobs jobs, JobAttempts attempts) {
        this.jobs = jobs;
        this.attempts = attempts;
    }

    /** Lets events be followed up from now on. Work at the start brings assets, too, and embeds them itself. */
    @EventListener(ApplicationReadyEvent.class)
    void serviceIsReady() {
        ready.countDown();
    }

    /**
     * Follows an event up beside the import that brought the assets, and without a transaction: no database connection
     * waits for a model. Returns at once if another event of the engagement waits already. That one is embedded after
     * this one was committed, and is heard again if it is not.
     *
     * @throws IllegalStateException if the service ends first, so that the event is heard again after the next start
     */
    @Async
    @TransactionalEventListener(id = "embed-changed-assets")
    void embed(AssetsChanged event) throws InterruptedException {
        Place place = new Place(event.clientAccountId(), event.engagementId());
        Turn turn = turns.compute(place, (same, known) -> (known == null ? new Turn() : known).entered());
        try {
            if (turn.awaited.compareAndSet(false, true)) {
                embedInTurn(event, turn);
            }
        } finally {
            turns.computeIfPresent(place, (same, known) -> known.left());
        }
    }

    private void embedInTurn(AssetsChanged event, Turn turn) throws InterruptedException {
        try {
            turn.lock.lockInterruptibly();
        } catch (InterruptedException e) {
            turn.awaited.set(false);
            throw e;
        }
        try {
            try {
                ready.await();
            } finally {
                // Before anything is read: what commits from now on needs another turn.
                turn.awaited.set(false);
            }
            embedWhatIsDue(event);
        } finally {
            turn.lock.unlock();
        }
    }

    /** The number of engagements that are being followed up. */
    int underWay() {
        return turns.size();
    }

    /** Whether a waiting thread follows up a change in the engagement. */
    boolean isAwaited(ClientAccountId clientAccountId, EngagementId engagementId) {
        Turn turn = turns.get(new Place(clientAccountId, engagementId));
        return turn != null && turn.awaited.get();
    }

    private void embedWhatIsDue(AssetsChanged event) throws InterruptedException {
        JobProgress progress = attempts.stoppable(JobProgress.SILENT);
        TenantScope scope = TenantScope.forJob(event.clientAccountId(), event.engagementId());
        EmbeddingOutcome outcome = jobs.run(scope, event.engagementId(), progress);
        while (outcome.end() instanceof JobEnd.Busy && !progress.isStopRequested()) {
            // It may be past the assets that have just changed.
            Thread.sleep(BUSY_WAIT_MILLIS);
            outcome = jobs.run(scope, event.engagementId(), progress);
        }
        if (progress.isStopRequested() && !outcome.isCompleted()) {
            throw new IllegalStateException("the service ends before changed assets are embedded");
        }
        if (!outcome.isCompleted()) {
            LOG.warn(
                    "Changed assets of engagement {} wait for the next embedding job: {}",
                    event.engagementId(),
                    outcome);
        }
    }
}
