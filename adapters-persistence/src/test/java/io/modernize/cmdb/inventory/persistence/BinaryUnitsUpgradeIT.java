package io.modernize.cmdb.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with assets from before columns named the units of memory and storage. */
class BinaryUnitsUpgradeIT {
    private static final String ID = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private final TestDatabase database = TestDatabase.shared().createFresh();
    private final DataSource dataSource = database.adminDataSource();
    private final JdbcClient admin = JdbcClient.create(dataSource);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));

    @Test
    void keepsSizesAndCopiesThemFromThenOn() {
        database.migrate("9");
        for (String statement : """
            insert into embedding_spaces (id, provider, model, dimensions, distance, template_version, active)
                values ('%1$s', 'test', 'test', 3, 'COSINE', 1, true);
            insert into client_accounts (id, slug, name) values ('%1$s', 'northwind', 'Northwind');
            insert into engagements (client_account_id, id, slug, name) values ('%1$s', '%1$s', 'e', 'e');
            insert into cmdb_assets (client_account_id, id, engagement_id, source_system, external_key, name,
                    content_hash, row_hash, memory_mb, storage_gb)
                select '%1$s', gen_random_uuid(), '%1$s', 's', 'key ' || i, 'oracle', sha256('c'), sha256('r'), i, 2 * i
                from generate_series(1, 50) as i;
            insert into cmdb_asset_embeddings (client_account_id, engagement_id, asset_id, embedding_space_id,
                    dimensions, embedding, content_hash)
                select '%1$s', '%1$s', id, '%1$s', 3, '[1,2,3]', document_hash from cmdb_assets
            """.formatted(ID).split(";")) {
            admin.sql(statement).update();
        }

        database.migrate();

        assertThat(one("select sum(storage_gib) from cmdb_assets")).isEqualTo(50 * 51);
        admin.sql("update cmdb_assets set memory_mib = 1000 + memory_mib where memory_mib > 40")
                .update();
        assertThat(one("select count(*) from cmdb_asset_embeddings where memory_mib > 1000"))
                .isEqualTo(10);
        assertThat(found("{\"memory_mib\": {\"min\": 1000}}")).isEqualTo(10);
        assertThat(found("{\"storage_gib\": {\"max\": 10}}")).isEqualTo(5);
    }

    private long found(String filter) {
        return transactions.execute(transaction -> {
            admin.sql("select set_config('app.client_account_id', ?, true)")
                    .param(ID)
                    .query(String.class)
                    .single();
            return admin.sql("select count(*) from search_asset_texts(query_text => 'oracle', depth => 20,"
                            + " filter => :filter::jsonb)")
                    .param("filter", filter)
                    .query(Long.class)
                    .single();
        });
    }

    private long one(String sql) {
        return admin.sql(sql).query(Long.class).single();
    }
}
