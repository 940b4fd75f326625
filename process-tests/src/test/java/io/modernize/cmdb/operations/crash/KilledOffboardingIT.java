package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offboarding whose process is killed in the midst of the assets. */
class KilledOffboardingIT {
    private static final int DONE = 0;
    private static final int ASSETS = 30_000;
    private static final String[] OFFBOARD = {"offboard", "--client-account", "client-1", "--confirm", "client-1"};

    private final TestDatabase database = TestDatabase.shared().createMigrated();
    private final JdbcClient admin = JdbcClient.create(database.adminDataSource());
    private final Map<String, String> settings = Settings.of(database);

    @Test
    void goesOn() {
        BareEstate.create(database, 1, ASSETS);
        try (Stored stored = new Stored(database)) {
            try (RunningProgram process = PackagedProgram.shared().start(settings, OFFBOARD)) {
                process.runsUntil(() -> assets() < ASSETS - 1_000);
                process.kill();
            }
            stored.awaitSilence();
            long left = assets();
            assertThat(left).isPositive();

            try (RunningProgram process = PackagedProgram.shared().start(settings, OFFBOARD)) {
                assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(DONE);
                assertThat(process.out())
                        .contains("Deleted client account Client (client-1); nothing is left of it:")
                        .containsPattern("cmdb_assets +" + String.format(Locale.ROOT, "%,d", left) + "\n");
            }
            assertThat(stored.assets()).as("the other client account's").isEqualTo(ASSETS);
        }
    }

    private long assets() {
        return admin.sql("select count(*) from cmdb_assets a join client_accounts c on c.id = a.client_account_id"
                        + " where c.slug = 'client-1'")
                .query(Long.class)
                .single();
    }
}
