package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Timeouts end no later than the time that is left, and are few. */
class StatementTimeoutTests {
    private static final long SHORTEST = 100;
    private static final long LONGEST = 600_000;

    @Test
    void isNeverLongerThanWhatIsLeft() {
        assertThat(LongStream.rangeClosed(SHORTEST, LONGEST))
                .allMatch(left -> StatementTimeout.roundedDown(left) <= left);
    }

    @Test
    void takesAtMostATenthAway() {
        assertThat(LongStream.rangeClosed(SHORTEST, LONGEST))
                .allMatch(left -> 10 * (left - StatementTimeout.roundedDown(left)) < left);
    }

    @Test
    void isNeverShorterThanWhatAnyStatementNeeds() {
        assertThat(LongStream.range(0, SHORTEST)).allMatch(left -> StatementTimeout.roundedDown(left) == SHORTEST);
    }

    @Test
    void hasFewTexts() {
        assertThat(LongStream.rangeClosed(0, 20_000)
                        .map(StatementTimeout::roundedDown)
                        .distinct())
                .hasSizeLessThan(85);
    }
}
