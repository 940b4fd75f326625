package io.modernize.cmdb.similarity.duplicates.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page of a scan reads what belongs to the page, also of tables that were filled a moment ago and have no statistics.
 * Were an engagement read for each of its pages, the work would grow with the square of its assets.
 */
class DuplicateKeyPlanIT {
    private final JdbcClient admin;
    private final UUID client;
    private final UUID engagement;

    DuplicateKeyPlanIT() {
        TestDatabase database = TestDatabase.shared().createMigrated();
        admin = JdbcClient.create(database.adminDataSource());
        // Without triggers: neither the words of assets nor what checks keys is looked at.
        admin.sql("""
            set session_replication_role = replica;
            insert into client_accounts (id, slug, name)
                select gen_random_uuid(), 'client-' || n, 'c' from generate_series(1, 50) as n;
            insert into engagements (client_account_id, id, slug, name)
                select id, gen_random_uuid(), 'e', 'e' from client_accounts;
            insert into cmdb_assets (client_account_id, id, engagement_id, source_system, external_key, name,
                    content_hash, row_hash)
                select client_account_id, gen_random_uuid(), id, 's', n::text, 'asset-' || n, sha256('c'), sha256('r')
                from engagements cross join generate_series(1, 300) as n;
            insert into duplicate_keys (client_account_id, engagement_id, kind, value, asset_id)
                select client_account_id, engagement_id, 'SHORT_NAME', name, id from cmdb_assets;
            """).update();
        client = admin.sql("select id from client_accounts limit 1")
                .query(UUID.class)
                .single();
        engagement = admin.sql("select id from engagements where client_account_id = ?")
                .param(client)
                .query(UUID.class)
                .single();
    }

    @Test
    void looksUpEachAssetAndEachKeyOfAPage() {
        assertLookUps();
        admin.sql("analyze cmdb_assets, duplicate_keys").update();
        assertLookUps();
    }

    private void assertLookUps() {
        assertThat(plan(DuplicateKeyRows.SHARED_KEYS))
                .containsPattern("Index Cond: .*asset_id = wanted.asset_id")
                .containsPattern("Index Cond: .*kind = .*value = .*engagement_id = ")
                .doesNotContain("Seq Scan", "Hash Join");
        assertThat(plan(DuplicateKeyRows.INSERT_KEYS))
                .containsPattern("Index Cond: .*id = k.asset_id")
                .doesNotContain("Seq Scan", "Hash Join");
        assertThat(plan(DuplicatePairRows.INSERT_PAIRS))
                .containsPattern("Index Cond: .*id = p.first_asset_id")
                .containsPattern("Index Cond: .*id = p.second_asset_id")
                .doesNotContain("Seq Scan", "Hash Join");
    }

    private String plan(String statement) {
        return admin
                .sql("explain (costs off) " + statement)
                .param("client", client)
                .param("engagement", engagement)
                .param("assets", new UUID[] {UUID.randomUUID(), UUID.randomUUID()})
                .param("mostKeys", 19)
                .param("mostAssets", 20)
                .param("rows", "[]")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }
}
