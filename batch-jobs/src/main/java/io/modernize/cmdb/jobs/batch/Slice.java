package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobSize;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The time that an attempt may work before it makes way for the runs of other client accounts. Used by one attempt, whose
 * progress is reported by one thread at a time.
 *
 * <p>The time of a small run is short and begins at once: beyond it, the run is not small. The time of a large run begins
 * with its first new work. Before that, the attempt finds the place where the last one has ended. The time is a multiple of
 * what this took, so that it is lost to no more than a fifth. A large run makes way only while another one waits.
 */
final class Slice {
    private static final long SMALL_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long LARGE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int TIMES_THE_BEGINNING = 4;
    private static final long BETWEEN_QUESTIONS_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final JobSize size;
    private final boolean makesWay;
    private final BooleanSupplier othersWait;
    private final LongSupplier nanos;
    private final long begunAt;
    private long firstRead = -1;
    private boolean working;
    private long nextQuestionAt;
    private boolean over;

    /**
     * @param othersWait whether a large run of another client account waits; may take a moment
     * @param nanos a clock without an epoch, in nanoseconds
     */
    Slice(JobSize size, JobKind kind, BooleanSupplier othersWait, LongSupplier nanos) {
        this.size = size;
        this.makesWay = kind.makesWay();
        this.othersWait = othersWait;
        this.nanos = nanos;
        this.begunAt = nanos.getAsLong();
    }

    /** Notes the units that are read, including those of earlier attempts. */
    void read(long units) {
        if (firstRead < 0) {
            firstRead = units;
        } else if (!working && units > firstRead) {
            working = true;
            long workedFrom = nanos.getAsLong();
            nextQuestionAt = workedFrom + Math.max(LARGE_NANOS, TIMES_THE_BEGINNING * (workedFrom - begunAt));
        }
    }

    /** Whether the attempt should make way now. Once it should, it stays so. */
    boolean isOver() {
        if (!over && makesWay) {
            over = switch (size) {
                case SMALL -> nanos.getAsLong() - begunAt >= SMALL_NANOS;
                case LARGE -> working && nanos.getAsLong() - nextQuestionAt >= 0 && asksOthers();
            };
        }
        return over;
    }

    private boolean asksOthers() {
        nextQuestionAt = nanos.getAsLong() + BETWEEN_QUESTIONS_NANOS;
        return othersWait.getAsBoolean();
    }
}
