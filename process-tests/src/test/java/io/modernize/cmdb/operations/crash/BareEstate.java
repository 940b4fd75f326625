package io.modernize.cmdb.operations.crash;

import io.modernize.cmdb.testsupport.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assets in engagements of two client accounts, stored without an import, as those who only embed them need no more. */
final class BareEstate {
    static final int CLIENT_ACCOUNTS = 2;

    private BareEstate() {}

    /**
     * Fills a migrated database without rows.
     *
     * @param engagements of each client account
     * @param assets of each engagement, all of them different
     */
    static void create(TestDatabase database, int engagements, int assets) {
        JdbcClient jdbc = JdbcClient.create(database.adminDataSource());
        jdbc.sql("insert into client_accounts (id, slug, name)"
                        + " select gen_random_uuid(), 'client-' || n, 'Client' from generate_series(1, ?) n")
                .param(CLIENT_ACCOUNTS)
                .update();
        jdbc.sql("insert into engagements (client_account_id, id, slug, name)"
                        + " select id, gen_random_uuid(), 'engagement-' || n, 'Engagement'"
                        + " from client_accounts, generate_series(1, ?) n")
                .param(engagements)
                .update();
        jdbc.sql("""
            insert into cmdb_assets (client_account_id, id, engagement_id, source_system, external_key, name, content_hash,
                row_hash)
            select e.client_account_id, gen_random_uuid(), e.id, 'test', n::text, c.slug || '-' || e.slug || '-' || n,
                sha256(n::text::bytea), sha256(n::text::bytea)
            from engagements e join client_accounts c on c.id = e.client_account_id, generate_series(1, ?) n
            """).param(assets).update();
    }
}
