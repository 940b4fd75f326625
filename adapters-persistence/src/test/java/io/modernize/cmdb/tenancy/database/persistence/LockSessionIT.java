package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Locks of two processes, each with a session of its own. */
class LockSessionIT {
    private final String prefix = UUID.randomUUID() + ":";
    private final Opened ours = new Opened();
    private final Opened theirs = new Opened();
    private final LockSession session = new LockSession(ours);
    private final LockSession other = new LockSession(theirs);

    @AfterEach
    void close() {
        session.close();
        other.close();
    }

    @Test
    void holdsAnyNumberOfLocksWithOneConnection() {
        List<AdvisoryLocks> imports = IntStream.range(0, 50)
                .mapToObj(i -> take(session, "import-" + i).orElseThrow())
                .toList();

        assertThat(ours.connections).hasSize(1);
        assertThat(take(other, "import-0")).isEmpty();
        assertThat(take(other, "import-49")).isEmpty();

        imports.forEach(AdvisoryLocks::close);
        assertThat(take(other, "import-0")).isPresent();
        assertThat(take(other, "import-49")).isPresent();
    }

    @Test
    void takesNoConnectionBeforeTheFirstLock() {
        assertThat(ours.connections).isEmpty();
    }

    @Test
    void letsOneThreadOfAProcessHaveALock() throws Exception {
        ConcurrentHashMap<Integer, AdvisoryLocks> taken = new ConcurrentHashMap<>();
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> takers = IntStream.range(0, 32)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        begin.await();
                        take(session, "same").ifPresent(locks -> taken.put(i, locks));
                        return true;
                    })
                    .toList();
            var results = takers.stream().map(threads::submit).toList();
            begin.countDown();
            for (var result : results) {
                assertThat(result.get()).isTrue();
            }
        }

        assertThat(taken).hasSize(1);
        taken.values().forEach(AdvisoryLocks::close);
        assertThat(take(other, "same")).as("freed as often as it was taken").isPresent();
    }

    @Test
    void takesAllOrNone() {
        AdvisoryLocks theirLock = take(other, "two").orElseThrow();

        assertThat(take(session, "one", "two", "three")).isEmpty();
        AdvisoryLocks theirThird = take(other, "one", "three").orElseThrow();
        theirLock.close();
        assertThat(take(session, "two")).isPresent();
        assertThat(take(session, "one")).isEmpty();
        theirThird.close();
        assertThat(take(session, "one", "two")).as("one of this process").isEmpty();
        assertThat(take(session, "one", "three")).isPresent();
    }

    @Test
    void freesOnlyWhatItTook() {
        AdvisoryLocks first = take(session, "one").orElseThrow();
        AdvisoryLocks second = take(session, "two").orElseThrow();

        first.close();
        assertThat(take(other, "two")).isEmpty();
        AdvisoryLocks again = take(session, "one").orElseThrow();
        first.close();
        assertThat(take(other, "one")).as("closed twice, held by the next one").isEmpty();
        again.close();
        second.close();
        assertThat(take(other, "one", "two")).isPresent();
    }

    @Test
    void opensAnotherConnectionIfTheFirstOneHasEnded() throws Exception {
        AdvisoryLocks lost = take(session, "lost").orElseThrow();
        ours.terminate();

        AdvisoryLocks next = take(session, "next").orElseThrow();
        assertThat(ours.connections).hasSize(2);
        assertThat(take(other, "next")).isEmpty();
        assertThat(take(session, "lost")).as("its holder works on").isEmpty();

        lost.close();
        take(session, "lost").orElseThrow().close();
        next.close();
        assertThat(take(other, "lost", "next")).isPresent();
    }

    @Test
    void closesLocksThatItsConnectionHasLost() throws Exception {
        AdvisoryLocks lost = take(session, "lost").orElseThrow();
        ours.terminate();
        AdvisoryLocks theirLock = take(other, "lost").orElseThrow();

        lost.close();

        assertThat(take(session, "lost")).as("another process has it").isEmpty();
        theirLock.close();
        assertThat(take(session, "lost")).isPresent();
    }

    @Test
    void freesAllAtItsEndAndTakesNoMore() {
        assertThat(take(session, "one")).isPresent();

        session.close();

        assertThat(take(other, "one")).isPresent();
        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> take(session, "two"));
    }

    private Optional<AdvisoryLocks> take(LockSession process, String... names) {
        return process.tryAcquire(Stream.of(names).map(prefix::concat).toList());
    }

    /** The connections that one process has opened. */
    private static final class Opened extends DelegatingDataSource {
        private final List<Connection> connections = new ArrayList<>();

        private Opened() {
            super(TestDatabase.shared().applicationDataSource());
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connections.add(connection);
            return connection;
        }

        /** Ends the last connection, as a restart of the server would. Returns when it is gone. */
        private void terminate() throws SQLException {
            int pid = connections
                    .getLast()
                    .unwrap(org.postgresql.PGConnection.class)
                    .getBackendPID();
            try (Connection admin = TestDatabase.shared().adminDataSource().getConnection();
                    Statement statement = admin.createStatement();
                    ResultSet result = statement.executeQuery("select pg_terminate_backend(" + pid + ", 10000)")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getBoolean(1)).isTrue();
            }
        }
    }
}
