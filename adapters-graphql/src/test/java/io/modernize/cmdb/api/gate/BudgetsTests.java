package io.modernize.cmdb.api.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetsTests {
    private final SetTime time = new SetTime();
    private final Budgets<String> budgets = new Budgets<>(6_000, time);

    @Test
    void givesWhatAMinuteBringsAndNoMore() {
        assertThat(budgets.take("a", 6_000)).isZero();
        assertThat(budgets.take("a", 1)).as("a second brings a hundred").isEqualTo(1);
        assertThat(budgets.take("a", 250)).isEqualTo(3);
    }

    @Test
    void isRefilledByTime() {
        budgets.take("a", 6_000);

        time.pass(Duration.ofSeconds(2));

        assertThat(budgets.take("a", 201)).isEqualTo(1);
        assertThat(budgets.take("a", 200)).isZero();
        time.pass(Duration.ofHours(1));
        assertThat(budgets.take("a", 6_001)).as("no more than a minute's").isPositive();
        assertThat(budgets.take("a", 6_000)).isZero();
    }

    @Test
    void keepsEachKeyItsOwn() {
        budgets.take("a", 6_000);

        assertThat(budgets.take("b", 6_000)).isZero();
        assertThat(budgets.take("a", 1)).isPositive();
    }

    @Test
    void owesWhatItTookBeyondItsPoints() {
        budgets.owe("a", 6_200);

        assertThat(budgets.take("a", 1))
                .as("200 are missing, and a second brings a hundred")
                .isEqualTo(3);
        time.pass(Duration.ofSeconds(3));
        assertThat(budgets.take("a", 100)).isZero();
    }

    @Test
    void hasNoLimitWhereItIsZero() {
        assertThat(new Budgets<String>(0, time).take("a", Long.MAX_VALUE)).isZero();
    }

    private static final class SetTime implements TimeMeter {
        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
