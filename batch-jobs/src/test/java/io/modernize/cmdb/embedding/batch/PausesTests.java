package io.modernize.cmdb.embedding.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PausesTests {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Duration> slept = new ArrayList<>();
    private final List<Duration> told = new ArrayList<>();
    private int toldBefore;
    private boolean stopRequested;
    private Instant now = Instant.EPOCH;

    private final JobProgress progress = new JobProgress() {
        @Override
        public void report(long done, long total) {}

        @Override
        public void paused(Duration pause, String reason) {
            told.add(pause);
        }

        @Override
        public boolean isStopRequested() {
            return stopRequested;
        }
    };

    private Pauses pauses(Duration patience) {
        return new Pauses(patience, SECOND, progress, () -> now, this::sleep);
    }

    /** The steps of one pause count as one sleep. */
    private void sleep(Duration duration) {
        boolean goesOn = toldBefore == told.size() && !slept.isEmpty();
        slept.add(goesOn ? slept.removeLast().plus(duration) : duration);
        toldBefore = told.size();
        now = now.plus(duration);
    }

    private static EmbeddingUnavailableException failure(Reason reason, @Nullable Duration retryAfter) {
        return new EmbeddingUnavailableException(reason, "not now", retryAfter, null);
    }

    @Test
    void doesNotWaitWithoutFailure() {
        pauses(Duration.ZERO).awaitEnd();

        assertThat(slept).isEmpty();
    }

    @Test
    void waitsAsLongAsTheProviderSays() {
        Pauses pauses = pauses(Duration.ofMinutes(5));

        pauses.begin(failure(Reason.SUSPENDED, Duration.ofMinutes(4)));
        pauses.awaitEnd();

        assertThat(slept).containsExactly(Duration.ofMinutes(4));
        assertThat(told).containsExactly(Duration.ofMinutes(4));
    }

    @Test
    void endsAtOnceWhereTheRunIsToStop() {
        Pauses pauses = pauses(Duration.ofHours(1));
        pauses.begin(failure(Reason.SUSPENDED, Duration.ofMinutes(4)));
        stopRequested = true;

        pauses.awaitEnd();

        assertThat(slept).isEmpty();
        EmbeddingUnavailableException failure = failure(Reason.SUSPENDED, null);
        assertThatThrownBy(() -> pauses.begin(failure)).isSameAs(failure);
    }

    @Test
    void waitsNoLongerThanAskedHoweverOften() {
        Pauses pauses = pauses(Duration.ofHours(1));
        for (int i = 0; i < 10; i++) {
            pauses.begin(failure(Reason.SUSPENDED, Duration.ofSeconds(2)));
            pauses.awaitEnd();
        }

        assertThat(slept).hasSize(10).containsOnly(Duration.ofSeconds(2));
    }

    @Test
    void waitsAtLeastTheFirstPause() {
        Pauses pauses = pauses(Duration.ofHours(1));

        pauses.begin(failure(Reason.OVERLOADED, Duration.ZERO));
        pauses.awaitEnd();

        assertThat(slept).containsExactly(SECOND);
    }

    @Test
    void waitsTwiceAsLongEachTimeInARow() {
        Pauses pauses = pauses(Duration.ofHours(1));
        for (int i = 0; i < 8; i++) {
            pauses.begin(failure(Reason.UNREACHABLE, null));
            pauses.awaitEnd();
        }
        pauses.over();
        pauses.begin(failure(Reason.UNREACHABLE, null));
        pauses.awaitEnd();

        assertThat(slept).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 1L);
    }

    @Test
    void pausesOnceForAllCallsThatFailTogether() {
        Pauses pauses = pauses(SECOND);
        for (int i = 0; i < 100; i++) {
            pauses.begin(failure(Reason.OVERLOADED, null));
        }
        pauses.awaitEnd();
        pauses.awaitEnd();

        assertThat(slept).containsExactly(SECOND);
        assertThat(told).hasSize(1);
    }

    @Test
    void extendsThePauseForWhomAsksForMore() {
        Pauses pauses = pauses(Duration.ofSeconds(10));

        pauses.begin(failure(Reason.OVERLOADED, Duration.ofSeconds(3)));
        pauses.begin(failure(Reason.OVERLOADED, Duration.ofSeconds(10)));
        pauses.awaitEnd();

        assertThat(slept).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void givesUpWhenAllPausesTogetherAreLongerThanThePatience() {
        Pauses pauses = pauses(Duration.ofSeconds(10));
        EmbeddingUnavailableException last = failure(Reason.SUSPENDED, Duration.ofSeconds(4));
        for (int i = 0; i < 2; i++) {
            pauses.begin(failure(Reason.SUSPENDED, Duration.ofSeconds(4)));
            pauses.awaitEnd();
            pauses.over();
        }

        assertThatThrownBy(() -> pauses.begin(last)).isSameAs(last);
        pauses.awaitEnd();

        assertThat(slept).hasSize(2);
    }

    @Test
    void doesNotWaitForWhatDoesNotPass() {
        Pauses pauses = pauses(Duration.ofHours(1));
        for (Reason reason :
                List.of(Reason.UNAUTHORISED, Reason.PAYMENT_REQUIRED, Reason.MODEL_UNKNOWN, Reason.INPUT_REFUSED)) {
            EmbeddingUnavailableException failure = failure(reason, SECOND);
            assertThatThrownBy(() -> pauses.begin(failure)).isSameAs(failure);
        }
        pauses.awaitEnd();

        assertThat(slept).isEmpty();
    }

    @Test
    void waitsForNothingOnceItHasGivenUp() {
        Pauses pauses = pauses(Duration.ofHours(1));
        EmbeddingUnavailableException refused = failure(Reason.UNAUTHORISED, null);
        EmbeddingUnavailableException busy = failure(Reason.OVERLOADED, SECOND);

        assertThatThrownBy(() -> pauses.begin(refused)).isSameAs(refused);
        assertThatThrownBy(() -> pauses.begin(busy)).isSameAs(busy);
        pauses.awaitEnd();

        assertThat(slept).isEmpty();
    }
}
