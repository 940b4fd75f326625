package io.modernize.cmdb.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcEngagementLocksIT {
    private final TwoClients clients = TwoClients.random();

    @Autowired
    private EngagementLocks locks;

    @Test
    void refusesASecondTaker() {
        try (Held held = take("import").orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(take("import")).isEmpty();
        }
    }

    @Test
    void isFreeAgainAfterwards() {
        take("import").orElseThrow().close();

        take("import").orElseThrow().close();
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
    void keepsWorksEngagementsAndClientsApart() {
        try (Held first = take("import").orElseThrow();
                Held work = take("embed").orElseThrow();
                Held engagement = locks.tryAcquire(clients.erpScope(), clients.erp(), "import")
                        .orElseThrow();
                Held client = locks.tryAcquire(clients.harborScope(), clients.exit(), "import")
                        .orElseThrow()) {
            assertThat(first).isNotEqualTo(work);
            assertThat(engagement).isNotEqualTo(client);
        }
    }

    @Test
    void isFreedWhenTheHoldersConnectionDies() throws Exception {
        Held held = take("import").orElseThrow();

        killHolders();

        Optional<Held> next = Optional.empty();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (next.isEmpty() && System.nanoTime() < deadline) {
            next = take("import");
            Thread.sleep(20);
        }
        assertThat(next).isPresent();
        held.close();
        assertThat(take("import")).as("what the next one holds").isEmpty();
        next.orElseThrow().close();
    }

    /** Ends the connections that hold advisory locks in this database, as the death of their process would. */
    private static void killHolders() throws SQLException {
        try (Connection admin = TestDatabase.shared().adminDataSource().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())");
        }
    }

    private Optional<Held> take(String work) {
        return locks.tryAcquire(clients.exitScope(), clients.exit(), work);
    }
}
