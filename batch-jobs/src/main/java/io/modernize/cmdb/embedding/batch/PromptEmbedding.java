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
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
 * <p>Only some engagements are embedded at a time, and client accounts share their places. If others wait, an engagement
 * gives its place to them after a while, and waits for its next turn. A change that waits holds a thread and nothing else.
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

    /** The time for which an engagement keeps its place while others wait: far longer than it takes to begin a run. */
    static final Duration SLICE = Duration.ofSeconds(30);

    /** Nothing else limits how long a change may wait: the scheduled job may embed it before. */
    private static final Duration UNTIL_THERE_IS_A_PLACE = Duration.ofDays(365);

    private final EmbeddingJobs jobs;
    private final JobAttempts attempts;
    private final FairShares<ClientAccountId> places;
    private final InstantSource clock;

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

    PromptEmbedding(EmbeddingJobs jobs, JobAttempts attempts, PromptEmbeddingProperties properties, Clock clock) {
        this.jobs = jobs;
        this.attempts = attempts;
        this.clock = clock;
        int atOnce = properties.atOnce();
        this.places = new FairShares<>("engagements to embed", atOnce, 0, Math.max(1, atOnce - 1), Integer.MAX_VALUE);
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
            FairShares.Place place;
            try {
                ready.await();
                place = places.take(event.clientAccountId(), UNTIL_THERE_IS_A_PLACE);
            } finally {
                // Before anything is read: what commits from now on needs another turn.
                turn.awaited.set(false);
            }
            embedWhatIsDue(event, place);
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

    /** The number of changes that wait for a place. */
    int waiting() {
        return places.waiting();
    }

    private void embedWhatIsDue(AssetsChanged event, FairShares.Place firstPlace) throws InterruptedException {
        JobProgress progress = attempts.stoppable(JobProgress.SILENT);
        EmbeddingOutcome outcome = embedAt(firstPlace, event, progress);
        while (isUnderWay(outcome) && !progress.isStopRequested()) {
            if (outcome.end() instanceof JobEnd.Busy) {
                // It may be past the assets that have just changed. The place is for others meanwhile.
                Thread.sleep(BUSY_WAIT_MILLIS);
            }
            outcome = embedAt(places.take(event.clientAccountId(), UNTIL_THERE_IS_A_PLACE), event, progress);
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

    /** Embeds until nothing is due, or until the place is for others. Gives the place back. */
    private EmbeddingOutcome embedAt(FairShares.Place place, AssetsChanged event, JobProgress progress) {
        Instant end = clock.instant().plus(SLICE);
        try (place) {
            if (progress.isStopRequested()) {
                // Many may wait, and each of them would begin a run that ends at once.
                return EmbeddingOutcome.stopped();
            }
            return jobs.run(
                    TenantScope.forJob(event.clientAccountId(), event.engagementId()),
                    event.engagementId(),
                    new Slice(
                            progress,
                            () -> places.waiting() > 0 && !clock.instant().isBefore(end)));
        }
    }

    /** Whether the run ended because it was not its turn, or not any more. One that got nowhere is not tried again. */
    private static boolean isUnderWay(EmbeddingOutcome outcome) {
        return switch (outcome.end()) {
            case JobEnd.Busy() -> true;
            case JobEnd.Stopped() -> outcome.embedded() > 0;
            case JobEnd.Completed() -> false;
            case JobEnd.Interrupted interrupted -> false;
            case JobEnd.Failed failed -> false;
        };
    }
}
