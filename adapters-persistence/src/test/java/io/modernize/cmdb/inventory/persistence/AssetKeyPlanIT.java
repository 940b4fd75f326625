package io.modernize.cmdb.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Among many client accounts, the columns that a foreign key begins with look as selective as the whole of it. */
class AssetKeyPlanIT {
    @Test
    void findsAnAssetByItsWholeKeyAmongManyClients() throws SQLException {
        TestDatabase database = TestDatabase.shared().createMigrated();
        try (Connection admin = database.adminDataSource().getConnection();
                Statement statement = admin.createStatement()) {
            // Without triggers: neither the words of assets nor what checks keys is looked at.
            statement.execute("""
                set session_replication_role = replica;
                insert into client_accounts (id, slug, name)
                    select gen_random_uuid(), 'client-' || n, 'c' from generate_series(1, 300) as n;
                insert into engagements (client_account_id, id, slug, name)
                    select id, gen_random_uuid(), 'e', 'e' from client_accounts;
                insert into cmdb_assets (client_account_id, id, engagement_id, source_system, external_key, name,
                        content_hash, row_hash)
                    select client_account_id, gen_random_uuid(), id, 's', n::text, 'asset-' || n % 10, sha256('c'),
                        sha256('r')
                    from engagements, generate_series(1, 100) as n;
                analyze cmdb_assets;
                set plan_cache_mode = force_generic_plan;
                prepare foreign_key_check (uuid, uuid, uuid) as
                    select 1 from only cmdb_assets
                    where client_account_id = $1 and engagement_id = $2 and id = $3 for key share;
                """);
            try (ResultSet plan = statement.executeQuery("explain (costs off) execute foreign_key_check"
                    + " (gen_random_uuid(), gen_random_uuid(), gen_random_uuid())")) {
                StringBuilder lines = new StringBuilder();
                while (plan.next()) {
                    lines.append(plan.getString(1)).append('\n');
                }
                assertThat(lines.toString()).contains("id = $3").doesNotContain("Filter");
            }
        }
    }
}
