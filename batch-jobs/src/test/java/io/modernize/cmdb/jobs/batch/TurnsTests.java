package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class TurnsTests {
    private final TestAttempts attempts = new TestAttempts();
    private final Turns turns = attempts.turns();

    @Test
    void goesOnWithTheNextWhateverATurnThrows() {
        List<String> taken = new ArrayList<>();

        turns.take("the first", () -> {
            throw new IllegalStateException("broken");
        });
        turns.take("the second", () -> {
            throw new OutOfMemoryError("for a test");
        });
        turns.take("the third", () -> taken.add("third"));

        assertThat(taken).containsExactly("third");
    }

    @Test
    void countsErrorsAndNoExceptions() {
        turns.take("an exception", () -> {
            throw new IllegalStateException("broken");
        });
        assertThat(attempts.errors()).isZero();

        turns.take("an error", () -> {
            throw new NoClassDefFoundError("for a test");
        });
        assertThat(attempts.errors()).isEqualTo(1);
    }

    @Test
    void answersForTheTurn() {
        assertThat(turns.takeOrElse("works", () -> true)).isTrue();
        assertThat(turns.takeOrElse("has nothing to do", () -> false)).isFalse();
        assertThat(turns.takeOrElse("fails", () -> {
                    throw new StackOverflowError();
                }))
                .isFalse();
    }

    @Test
    void passesOnThatTheDatabaseIsGone() {
        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> turns.take("asks the database", () -> {
                    throw new DataAccessResourceFailureException("gone");
                }));
        assertThat(attempts.errors()).isZero();
    }

    /** What one client account's data does must not end the turns of the others. */
    @Test
    void keepsAFailureOfTheDataToItsTurn() {
        assertThat(turns.takeOrElse("stores a text", () -> {
                    throw new DataAccessResourceFailureException(
                            "insert", new SQLException("string is too long for tsvector", "54000"));
                }))
                .isFalse();
    }
}
