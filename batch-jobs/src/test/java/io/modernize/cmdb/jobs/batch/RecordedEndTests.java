package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class RecordedEndTests {
    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    private void failUntil(int lastFailure) {
        if (tries.incrementAndGet() <= lastFailure) {
            throw new DataAccessResourceFailureException("no route");
        }
    }

    @Test
    void outlivesAnOutageWithGrowingPauses() {
        RecordedEnd recorded = new RecordedEnd(pause -> !pauses.add(pause));

        recorded.record(() -> failUntil(20));

        assertThat(tries).hasValue(21);
        assertThat(pauses).hasSize(20).isSorted();
        assertThat(pauses.getFirst()).isEqualTo(Duration.ofMillis(100));
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void endsWithTheService() {
        RecordedEnd recorded = new RecordedEnd(pause -> tries.get() == 3);

        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> recorded.record(() -> failUntil(20)));
        assertThat(tries).hasValue(3);
    }

    @Test
    void doesNotRepeatWhatCannotSucceed() {
        RecordedEnd recorded = new RecordedEnd(pause -> !pauses.add(pause));

        assertThatIllegalStateException()
                .isThrownBy(() -> recorded.record(() -> {
                    throw new IllegalStateException("a defect");
                }));
        assertThat(pauses).isEmpty();
    }
}
