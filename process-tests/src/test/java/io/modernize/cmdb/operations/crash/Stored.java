package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database holds, seen past row-level security. */
final class Stored implements AutoCloseable {
    /**
     * What must never be, whatever has been killed, and the query that finds it.
     */
    private static final Map<String, String> INVARIANTS = Map.of(
            "an embedding without asset",
            """
            select e.asset_id::text from cmdb_asset_embeddings e
            where not exists (select from cmdb_assets a
                where a.client_account_id = e.client_account_id and a.engagement_id = e.engagement_id
                  and a.id = e.asset_id)
            """,
            "an asset embedded twice",
            """
            select asset_id::text from cmdb_asset_embeddings
            group by client_account_id, asset_id, embedding_space_id having count(*) > 1
            """,
            "an asset stored twice",
            """
            select external_key from cmdb_assets
            group by client_account_id, engagement_id, source_system, external_key having count(*) > 1
            """,
            "an asset that cannot be found by its words",
            """
            select a.external_key from cmdb_assets a
            where not exists (select from cmdb_asset_texts t
                where t.client_account_id = a.client_account_id and t.asset_id = a.id)
            """,
            "an import whose counts are not those of its rows",
            """
            select id::text from asset_imports
            where next_row <> created_rows + updated_rows + unchanged_rows + rejected_rows
               or finished_at is not null and next_row <> total_rows
            """,
            "an import whose keys or rejections are not those of its rows",
            """
            select i.id::text from asset_imports i
            where (select count(distinct line) from asset_import_rejections r
                    where r.client_account_id = i.client_account_id and r.import_id = i.id) <> i.rejected_rows
               or (select count(*) from asset_import_keys k
                    where k.client_account_id = i.client_account_id and k.import_id = i.id)
                  <> case when i.finished_at is null then i.next_row - i.rejected_rows else 0 end
            """,
            "an engagement with other assets than its imports created",
            """
            select e.slug from engagements e
            where exists (select from asset_imports i where i.engagement_id = e.id)
              and (select count(*) from cmdb_assets a where a.engagement_id = e.id)
                  <> (select sum(created_rows) from asset_imports i where i.engagement_id = e.id)
            """,
            "an engagement with two unfinished imports",
            """
            select engagement_id::text from asset_imports where finished_at is null
            group by engagement_id having count(*) > 1
            """,
            "an index that searches would use, and cannot",
            """
            select v.index_name from vector_indexes v
            where v.index_name is not null and not exists (select from pg_class c
                join pg_index i on i.indexrelid = c.oid where c.relname = v.index_name and i.indisvalid)
            """);

    /** One that stays: tests ask fifty times a second how far a process has come. */
    private final SingleConnectionDataSource connection;

    private final JdbcClient jdbc;
    private final TransactionTemplate oneMoment;
    private final AssetDocumentTemplate template = new AssetDocumentTemplate();

    Stored(TestDatabase database) {
        this.connection = new SingleConnectionDataSource(open(database), true);
        this.jdbc = JdbcClient.create(connection);
        this.oneMoment = new TransactionTemplate(new JdbcTransactionManager(connection));
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    @Override
    public void close() {
        connection.close();
    }

    private static Connection open(TestDatabase database) {
        try {
            return database.adminDataSource().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True from the moment on that a process has brought the empty database up to date. */
    boolean isMigrated() {
        return jdbc.sql("select to_regclass('embedding_usage') is not null")
                .query(Boolean.class)
                .single();
    }

    /** True from the moment on that a process has begun to do so. */
    boolean isBeingMigrated() {
        return jdbc.sql("select to_regclass('flyway_schema_history') is not null")
                .query(Boolean.class)
                .single();
    }

    /** All as of one moment: what a killed process had on its way may be committed just now. */
    void requireInvariants() {
        if (!isMigrated()) {
            return;
        }
        Map<String, List<String>> wrong = new HashMap<>();
        oneMoment.executeWithoutResult(status -> INVARIANTS.forEach((name, sql) -> {
            List<String> found = strings(sql);
            if (!found.isEmpty()) {
                wrong.put(name, found);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    Set<String> externalKeys() {
        return Set.copyOf(strings("select external_key from cmdb_assets"));
    }

    long assets() {
        return number("select count(*) from cmdb_assets");
    }

    long embeddings() {
        return number("select count(*) from cmdb_asset_embeddings");
    }

    /** Assets whose embedding is that of their present document. */
    long currentlyEmbedded() {
        return isMigrated()
                ? number("select count(*) from cmdb_asset_embeddings e join cmdb_assets a"
                        + " on a.client_account_id = e.client_account_id and a.id = e.asset_id"
                        + " where e.content_hash = a.document_hash")
                : 0;
    }

    /** Likewise, by that model. */
    long currentlyEmbeddedBy(String model) {
        return jdbc.sql("select count(*) from cmdb_asset_embeddings e join cmdb_assets a"
                        + " on a.client_account_id = e.client_account_id and a.id = e.asset_id"
                        + " join embedding_spaces s on s.id = e.embedding_space_id and s.model = ?"
                        + " where e.content_hash = a.document_hash")
                .param(model)
                .query(Long.class)
                .single();
    }

    /** The model that client accounts search by which have not changed to another. */
    String commonModel() {
        return jdbc.sql("select model from embedding_spaces where active")
                .query(String.class)
                .single();
    }

    /** The vectors that are stored, by the present document of their asset. */
    Map<String, float[]> currentVectors() {
        Map<String, float[]> vectors = new HashMap<>();
        jdbc.sql("select a.name, a.description, e.embedding::vector::float4[] as vector"
                        + " from cmdb_asset_embeddings e join cmdb_assets a"
                        + " on a.client_account_id = e.client_account_id and a.id = e.asset_id"
                        + " where e.content_hash = a.document_hash")
                .query(row -> {
                    String document = template.render(AssetAttributes.named(row.getString("name"))
                            .description(row.getString("description"))
                            .build());
                    vectors.put(
                            document, floats((Float[]) row.getArray("vector").getArray()));
                });
        return vectors;
    }

    private static float[] floats(Float[] boxed) {
        float[] values = new float[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            values[i] = boxed[i];
        }
        return values;
    }

    /** Documents that embeddings were charged for. */
    long chargedDocuments() {
        return number("select coalesce(sum(documents), 0) from embedding_usage");
    }

    /** Rows of imports that are stored, of all imports together. */
    long importedRows() {
        return isMigrated() ? number("select coalesce(sum(next_row), 0) from asset_imports") : 0;
    }

    /**
     * One import of a file.
     *
     * @param finished whether it came to its end
     */
    record Import(long created, long updated, long unchanged, long rejected, boolean finished) {}

    /** The imports of a file of that name, in the order of their beginning. */
    List<Import> imports(String fileName) {
        return jdbc.sql("select created_rows as created, updated_rows as updated, unchanged_rows as unchanged,"
                        + " rejected_rows as rejected, finished_at is not null as finished"
                        + " from asset_imports where file_name = ? order by started_at")
                .param(fileName)
                .query((row, number) -> new Import(
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("rejected"),
                        row.getBoolean("finished")))
                .list();
    }

    /**
     * An HNSW index of a client account.
     *
     * @param used whether searches are told to use it
     */
    record Index(String name, boolean valid, boolean used) {}

    List<Index> indexes() {
        return jdbc.sql("select c.relname as name, i.indisvalid as valid,"
                        + " exists (select from vector_indexes v where v.index_name = c.relname) as used"
                        + " from pg_class c join pg_index i on i.indexrelid = c.oid"
                        + " where c.relname like 'cmdb\\_hnsw\\_%' order by c.relname")
                .query((row, number) ->
                        new Index(row.getString("name"), row.getBoolean("valid"), row.getBoolean("used")))
                .list();
    }

    /** The share of its table that the index build under way has read, 0 to 1; 0 where none is. */
    double builtShare() {
        return jdbc.sql("select coalesce(max(blocks_done::float8 / nullif(blocks_total, 0)), 0)"
                        + " from pg_stat_progress_create_index where datname = current_database()")
                .query(Double.class)
                .single();
    }

    /** Waits for the end of what a killed process has left running in the server. */
    void awaitSilence() {
        Await.until(
                "nobody is connected any more",
                () -> number("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and application_name like 'cmdb-similarity %'")
                        == 0);
    }

    /** Whether a session of the service waits for a lock. */
    boolean isAnybodyHeldUp() {
        return number("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name like 'cmdb-similarity %' and wait_event_type = 'Lock'")
                > 0;
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
