package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database from before there were several spaces. */
class SpacesUpgradeIT {
    private static final String SPACE = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private final TestDatabase database = TestDatabase.shared().createFresh();
    private final JdbcClient admin = JdbcClient.create(database.adminDataSource());

    @Test
    void keepsEmbeddingsAndIndexesWhereTheyLie() {
        database.migrate("9");
        for (String statement : """
            insert into embedding_spaces (id, provider, model, dimensions, distance, template_version, active)
                values ('%1$s', 'test', 'test', 3, 'COSINE', 1, true);
            insert into client_accounts (id, slug, name) values ('%1$s', 'northwind', 'Northwind');
            insert into engagements (client_account_id, id, slug, name) values ('%1$s', '%1$s', 'e', 'e');
            insert into cmdb_assets (client_account_id, id, engagement_id, source_system, external_key, name,
                    content_hash, row_hash)
                select '%1$s', gen_random_uuid(), '%1$s', 's', 'key ' || i, 'name', sha256('c'), sha256('r')
                from generate_series(1, 50) as i;
            insert into cmdb_asset_embeddings (client_account_id, engagement_id, asset_id, embedding_space_id,
                    dimensions, embedding, content_hash)
                select '%1$s', '%1$s', id, '%1$s', 3, '[1,2,3]', document_hash from cmdb_assets;
            create index cmdb_hnsw_of_before on cmdb_asset_embeddings_0
                using hnsw ((embedding::halfvec(3)) halfvec_cosine_ops)
            """.formatted(SPACE).split(";")) {
            admin.sql(statement).update();
        }

        database.migrate();

        assertThat(one("select count(*) from cmdb_asset_embeddings where embedding_space_id = '" + SPACE + "'"))
                .isEqualTo(50);
        assertThat(one("select count(*) from pg_partition_tree(embedding_partition('" + SPACE + "')::regclass) t"
                        + " join pg_class c on c.oid = t.relid where c.relrowsecurity and c.relforcerowsecurity"))
                .isEqualTo(17);
        assertThat(one("select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid"
                        + " where c.relname = 'cmdb_hnsw_of_before' and i.indisvalid"))
                .isOne();
        assertThat(one("select count(*) from pg_inherits h join pg_index i on i.indexrelid = h.inhrelid"
                        + " where h.inhparent = 'cmdb_asset_embeddings_scan'::regclass and i.indisvalid"))
                .as("the space's covering index is part of the table's")
                .isOne();
        admin.sql("delete from cmdb_assets").update();
        assertThat(one("select count(*) from cmdb_asset_embeddings")).isZero();
    }

    @Test
    void leavesNothingOfADatabaseWithoutASpace() {
        database.migrate("9");

        database.migrate();

        assertThat(one("select count(*) from pg_class where relname like 'cmdb_asset_embeddings_before%'"))
                .isZero();
        assertThat(one("select count(*) from pg_partition_tree('cmdb_asset_embeddings')"))
                .isOne();
    }

    private long one(String sql) {
        return admin.sql(sql).query(Long.class).single();
    }
}
