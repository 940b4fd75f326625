package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import io.modernize.cmdb.tenancy.application.EngagementLocksContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcEngagementLocksIT extends EngagementLocksContract {
    @Autowired
    private EngagementLocks locks;

    @Override
    protected EngagementLocks locks() {
        return locks;
    }

    @Test
    void refusesManyTakersWithoutLosingConnections() {
        try (Held held = take("import").orElseThrow()) {
            assertThat(held).isNotNull();
            // More than the pool has connections.
            for (int i = 0; i < 30; i++) {
                assertThat(take("import")).isEmpty();
            }
        }
    }

    @Test
    void refusesManyTakersOfSeveralWithoutLosingConnections() {
        try (Held held = take("embed").orElseThrow()) {
            assertThat(held).isNotNull();
            for (int i = 0; i < 30; i++) {
                assertThat(locks.tryAcquireAll(clients.exitScope(), Set.of(clients.exit()), EngagementLocks.ALL_WORK))
                        .isEmpty();
            }
        }
    }

    @Test
    void isFreedWhenTheHoldersConnectionDies() throws Exception {
        Held held = take("import").orElseThrow();

        killHolders();

        try (LockSession session = new LockSession(TestDatabase.shared().applicationDataSource())) {
            EngagementLocks otherProcess = new JdbcEngagementLocks(session);
            Held next = Await.until("the lock is free", () -> takeImport(otherProcess), Optional::isPresent)
                    .orElseThrow();
            held.close();
            assertThat(take("import")).as("what the next one holds").isEmpty();
            next.close();
        }
        take("import").orElseThrow().close();
    }

    @Test
    void keepsItFromThisProcessUntilTheHolderThatLostItIsDone() throws Exception {
        Held held = take("import").orElseThrow();

        killHolders();

        assertThat(take("import")).as("the holder works on").isEmpty();
        take("embed").orElseThrow().close();
        held.close();
        take("import").orElseThrow().close();
    }

    private Optional<Held> takeImport(EngagementLocks process) {
        return process.tryAcquire(clients.exitScope(), clients.exit(), "import");
    }

    /** Ends the connections that hold advisory locks in this database, as the death of their process would. */
    private static void killHolders() throws SQLException {
        try (Connection admin = TestDatabase.shared().adminDataSource().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())");
        }
    }
}
