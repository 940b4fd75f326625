package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.io.EOFException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseFailureTests {
    private static final String SQL = "insert into cmdb_assets";
    private static final String VALUE = "a name of a customer's";

    /** As jobs see it: Spring's translation of what the driver says. */
    private static Throwable failure(String state) {
        SQLException ofDriver = new SQLException(VALUE, state);
        SQLException ofBatch = new BatchUpdateException(VALUE, state, 0, new int[0], ofDriver);
        DataAccessException translated = new SQLStateSQLExceptionTranslator().translate("write", SQL, ofBatch);
        return new IllegalStateException(
                "a chunk failed",
                translated == null ? new UncategorizedSQLException("write", SQL, ofBatch) : translated);
    }

    @ParameterizedTest
    @CsvSource({
        "08000, UNREACHABLE",
        "08001, UNREACHABLE",
        "08003, UNREACHABLE",
        "08004, UNREACHABLE",
        "08006, UNREACHABLE",
        "08P01, UNREACHABLE",
        "57P01, UNREACHABLE",
        "57P02, UNREACHABLE",
        "57P03, UNREACHABLE",
        "57P05, UNREACHABLE",
        "53000, NO_ROOM",
        "53100, NO_ROOM",
        "53200, NO_ROOM",
        "53300, NO_ROOM",
        "40001, CONFLICT",
        "40P01, CONFLICT",
        "55P03, CONFLICT",
        "57014, CANCELLED",
        "54000, DATA",
        "54001, DATA",
        "22001, DATA",
        "22003, DATA",
        "22021, DATA",
        "23502, DATA",
        "23505, DATA",
        "23514, DATA"
    })
    void isToldByTheState(String state, DatabaseFailure expected) {
        assertThat(DatabaseFailure.of(failure(state))).contains(expected);
    }

    /** Among them are a defect in a statement, a refused login, and a transaction that has failed before. */
    @ParameterizedTest
    @ValueSource(strings = {"42601", "42P01", "28P01", "3D000", "57P04", "25P02", "58030", "XX000", "P0001", "0"})
    void isNoneOfThemInOtherStates(String state) {
        assertThat(DatabaseFailure.of(failure(state))).isEmpty();
    }

    @Test
    void isToldByTheStateAndNotByTheExceptionOfSpring() {
        SQLException tooLong = new SQLException("string is too long for tsvector", "54000");

        assertThat(DatabaseFailure.of(new DataAccessResourceFailureException("write", tooLong)))
                .contains(DatabaseFailure.DATA);
        assertThat(DatabaseFailure.of(new TransactionSystemException("commit", tooLong)))
                .contains(DatabaseFailure.DATA);
    }

    @Test
    void isNoOutageWhereAllConnectionsAreInUse() {
        SQLException ofPool = new SQLTransientConnectionException(
                "HikariPool-1 - Connection is not available, request timed out after 30000ms (total=10, active=10)");

        assertThat(DatabaseFailure.of(new CannotCreateTransactionException("open", ofPool)))
                .contains(DatabaseFailure.OVERLOADED);
        assertThat(DatabaseFailure.of(new CannotGetJdbcConnectionException("open", ofPool)))
                .contains(DatabaseFailure.OVERLOADED);
        assertThat(DatabaseFailure.of(new IllegalStateException(new OverloadedException("too many"))))
                .contains(DatabaseFailure.OVERLOADED);
    }

    @Test
    void isAnOutageWhereThePoolCouldNotOpenConnections() {
        SQLException refused = new SQLException("Connection refused", "08001");
        SQLException full = new SQLException("too many clients", "53300");

        assertThat(DatabaseFailure.of(new CannotCreateTransactionException(
                        "open", new SQLTransientConnectionException("timed out", "08001", 0, refused))))
                .contains(DatabaseFailure.UNREACHABLE);
        assertThat(DatabaseFailure.of(new CannotCreateTransactionException(
                        "open", new SQLTransientConnectionException("timed out", null, 0, new EOFException()))))
                .contains(DatabaseFailure.UNREACHABLE);
        assertThat(DatabaseFailure.of(new CannotCreateTransactionException(
                        "open", new SQLTransientConnectionException("timed out", "53300", 0, full))))
                .contains(DatabaseFailure.NO_ROOM);
    }

    @Test
    void isAnOutageWhereNoExceptionOfTheDriverSaysMore() {
        assertThat(DatabaseFailure.of(new DataAccessResourceFailureException("no route")))
                .contains(DatabaseFailure.UNREACHABLE);
        assertThat(DatabaseFailure.of(new CannotCreateTransactionException("open", new SQLException("closed"))))
                .contains(DatabaseFailure.UNREACHABLE);
        assertThat(DatabaseFailure.of(new IllegalStateException(new SQLNonTransientConnectionException("closed"))))
                .contains(DatabaseFailure.UNREACHABLE);
        assertThat(DatabaseFailure.of(new IllegalStateException("a defect"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DatabaseFailure.class)
    void saysWhyWithoutSqlAndData(DatabaseFailure failure) {
        assertThat(failure.reason()).isNotBlank().doesNotContain(VALUE).doesNotContainIgnoringCase("insert");
    }

    @Test
    void passesByItselfOrNot() {
        assertThat(DatabaseFailure.values())
                .filteredOn(DatabaseFailure::passes)
                .containsExactly(
                        DatabaseFailure.UNREACHABLE,
                        DatabaseFailure.NO_ROOM,
                        DatabaseFailure.OVERLOADED,
                        DatabaseFailure.CONFLICT);
    }
}
