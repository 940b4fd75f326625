package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offboarding whose process is killed in the midst of the assets. */
class KilledOffboardingIT {
    private static final int DONE = 0;
    private static final int ASSETS = 8_000;
    private static final String[] OFFBOARD = {"offboard", "--client-account", "client-1", "--confirm", "client-1"};

    private final TestDatabase database = TestDatabase.shared().createMigrated();
    private final JdbcClient admin = JdbcClient.create(database.adminDataSource());
    private final Map<String, String> settings = Settings.of(database);

    @Test
    void goesOn() {
        BareEstate.create(database, 1, ASSETS);
        try (Stored stored = new Stored(database)) {
            killWhereItCannotGoOn(stored);
            stored.awaitSilence();
            long left = assets();
            assertThat(left).isPositive().isLessThan(ASSETS);

            try (RunningProgram process = PackagedProgram.shared().start(settings, OFFBOARD)) {
                assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(DONE);
                assertThat(process.out())
                        .contains("Deleted client account client-1 (Client); nothing is left of it:")
                        .containsPattern("cmdb_assets +" + String.format(Locale.ROOT, "%,d", left) + "\n");
            }
            assertThat(stored.assets()).as("the other client account's").isEqualTo(ASSETS);
        }
    }

    /** At an asset that somebody else holds, half-way in the order of deletion. */
    private void killWhereItCannotGoOn(Stored stored) {
        try (Connection holder = database.adminDataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(
                    "select from cmdb_assets where id = (select a.id from cmdb_assets a join client_accounts c"
                            + " on c.id = a.client_account_id and c.slug = 'client-1' order by a.id limit 1 offset "
                            + ASSETS / 2 + ") for update");
            try (RunningProgram process = PackagedProgram.shared().start(settings, OFFBOARD)) {
                assertThat(process.runsUntil(stored::isAnybodyHeldUp))
                        .as(process.toString())
                        .isTrue();
                assertThat(process.kill()).isTrue();
            }
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long assets() {
        return admin.sql("select count(*) from cmdb_assets a join client_accounts c on c.id = a.client_account_id"
                        + " where c.slug = 'client-1'")
                .query(Long.class)
                .single();
    }
}
