package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobSize;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SliceTests {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final AtomicInteger questions = new AtomicInteger();
    private boolean othersWait = true;

    private Slice slice(JobSize size, JobKind kind) {
        return new Slice(
                size,
                kind,
                () -> {
                    questions.incrementAndGet();
                    return othersWait;
                },
                nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void ofASmallRunIsAMinute() {
        Slice slice = slice(JobSize.SMALL, JobKind.IMPORT);
        pass(Duration.ofSeconds(59));
        assertThat(slice.isOver()).isFalse();

        pass(Duration.ofSeconds(1));

        assertThat(slice.isOver()).isTrue();
    }

    @Test
    void ofALargeRunIsFiveMinutesOfWork() {
        Slice slice = slice(JobSize.LARGE, JobKind.IMPORT);
        slice.read(1_000);
        pass(Duration.ofSeconds(30));
        slice.read(1_001);
        pass(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(slice.isOver()).isFalse();

        pass(Duration.ofSeconds(1));

        assertThat(slice.isOver()).isTrue();
    }

    @Test
    void ofALargeRunGrowsWithTheTimeThatItTookToBegin() {
        Slice slice = slice(JobSize.LARGE, JobKind.IMPORT);
        pass(Duration.ofMinutes(10));
        slice.read(1_000);
        assertThat(slice.isOver()).as("nothing is done yet").isFalse();
        slice.read(1_001);
        pass(Duration.ofMinutes(39));
        assertThat(slice.isOver()).isFalse();

        pass(Duration.ofMinutes(1));

        assertThat(slice.isOver()).isTrue();
    }

    @Test
    void goesOnWhileNobodyElseWaits() {
        othersWait = false;
        Slice slice = slice(JobSize.LARGE, JobKind.EMBEDDING);
        slice.read(0);
        slice.read(1);
        pass(Duration.ofMinutes(5));
        assertThat(slice.isOver()).isFalse();
        assertThat(slice.isOver()).isFalse();
        assertThat(questions).as("asks every five seconds").hasValue(1);

        othersWait = true;
        pass(Duration.ofSeconds(5));

        assertThat(slice.isOver()).isTrue();
        othersWait = false;
        assertThat(slice.isOver()).as("it has said so").isTrue();
    }

    @Test
    void isForRunsThatCanGoOn() {
        Slice slice = slice(JobSize.LARGE, JobKind.OFFBOARDING);
        slice.read(0);
        slice.read(1);
        pass(Duration.ofHours(10));

        assertThat(slice.isOver()).isFalse();
    }
}
