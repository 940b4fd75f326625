package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexHealth;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of {@code vector_indexes}, by which searches know the indexes. */
@Component
class VectorIndexRecords {
    private static final String KEY = " client_account_id = :client and embedding_space_id = :space ";

    /** The predicate of a valid index by that name, over {@code vector_indexes v}. */
    private static final String HAS_VALID_INDEX = """
        exists (select 1 from pg_class c join pg_index i on i.indexrelid = c.oid
            where c.relname = v.index_name and c.relnamespace = current_schema()::regnamespace and i.indisvalid)
        """;

    private static final String NO_INDEX =
            " index_name = null, indexed_generation = null, indexed_rows = null, hnsw_m = null,"
                    + " hnsw_ef_construction = null, built_at = null ";

    private final TenantJdbc jdbc;

    VectorIndexRecords(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts the vectors, and stores the counts. An index that was lost, for example by a restored dump, is removed
     * from the record.
     */
    IndexState survey(TenantScope scope, EmbeddingSpace space) {
        return jdbc.inScope(scope, () -> {
            ensureExists(scope, space);
            bound(
                            "update vector_indexes v set" + NO_INDEX + "where" + KEY
                                    + "and index_name is not null and not " + HAS_VALID_INDEX,
                            scope,
                            space)
                    .update();
            return bound("""
                with counted as (
                    select count(*) as total_rows,
                        count(*) filter (where v.index_name is null or e.index_generation > v.indexed_generation)
                            as tail_rows
                    from cmdb_asset_embeddings e
                    join vector_indexes v on v.client_account_id = :client and v.embedding_space_id = :space
                    where e.client_account_id = :client and e.embedding_space_id = :space)
                update vector_indexes v
                set total_rows = counted.total_rows, tail_rows = counted.tail_rows, checked_at = now()
                from counted
                where v.client_account_id = :client and v.embedding_space_id = :space
                returning v.*
                """, scope, space).query(VectorIndexRecords::state).single();
        });
    }

    private static IndexState state(ResultSet row, int number) throws SQLException {
        String name = row.getString("index_name");
        IndexState.Built built = name == null
                ? null
                : new IndexState.Built(
                        name,
                        row.getInt("indexed_generation"),
                        row.getLong("indexed_rows"),
                        new HnswParameters(row.getInt("hnsw_m"), row.getInt("hnsw_ef_construction")));
        return new IndexState(row.getLong("total_rows"), row.getLong("tail_rows"), built);
    }

    Optional<IndexHealth> health(TenantScope scope, EmbeddingSpace space) {
        return jdbc.inScope(
                scope,
                () -> bound("select * from vector_indexes where" + KEY, scope, space)
                        .query((row, number) -> new IndexHealth(
                                row.getLong("total_rows"),
                                row.getLong("tail_rows"),
                                row.getString("index_name"),
                                instant(row.getObject("built_at", OffsetDateTime.class)),
                                row.getInt("ef_search"),
                                row.getInt("rerank_count"),
                                instant(row.getObject("checked_at", OffsetDateTime.class))))
                        .optional());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Ends the present write generation and returns it. Later rows are not in an index over it. */
    int endGeneration(TenantScope scope, EmbeddingSpace space) {
        return jdbc.inScope(scope, () -> {
            ensureExists(scope, space);
            return bound(
                            "update vector_indexes set write_generation = write_generation + 1 where" + KEY
                                    + "returning write_generation - 1",
                            scope,
                            space)
                    .query(Integer.class)
                    .single();
        });
    }

    /** Lets searches use a new index. */
    IndexState.Built record(
            TenantScope scope, EmbeddingSpace space, IndexName name, int generation, HnswParameters parameters) {
        return jdbc.inScope(scope, () -> {
            long rows = bound(
                            "select count(*) from cmdb_asset_embeddings where" + KEY
                                    + "and index_generation <= :generation",
                            scope,
                            space)
                    .param("generation", generation)
                    .query(Long.class)
                    .single();
            bound("""
                update vector_indexes set index_name = :name, indexed_generation = :generation, indexed_rows = :rows,
                    hnsw_m = :m, hnsw_ef_construction = :efConstruction, built_at = now()
                where client_account_id = :client and embedding_space_id = :space
                """, scope, space)
                    .param("name", name.value())
                    .param("generation", generation)
                    .param("rows", rows)
                    .param("m", parameters.m())
                    .param("efConstruction", parameters.efConstruction())
                    .update();
            return new IndexState.Built(name.value(), generation, rows, parameters);
        });
    }

    /** Removes the index from the record, so that searches do not use it, and returns its name. */
    Optional<IndexName> forget(TenantScope scope, EmbeddingSpace space) {
        return jdbc.inScope(scope, () -> {
            Optional<IndexName> name = bound(
                            "select index_name from vector_indexes where" + KEY
                                    + "and index_name is not null for update",
                            scope,
                            space)
                    .query((row, number) -> new IndexName(row.getString(1)))
                    .optional();
            bound("update vector_indexes set" + NO_INDEX + "where" + KEY, scope, space)
                    .update();
            return name;
        });
    }

    /** Removes the indexes of all spaces from the record, so that searches do not use them. */
    void forgetAll(TenantScope scope) {
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(
                                scope,
                                "update vector_indexes set" + NO_INDEX
                                        + "where client_account_id = :client and index_name is not null")
                        .update());
    }

    /** The names of the indexes in all spaces. */
    List<String> indexNames(TenantScope scope) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(
                                scope,
                                "select index_name from vector_indexes"
                                        + " where client_account_id = :client and index_name is not null")
                        .query(String.class)
                        .list());
    }

    /** Creates the row in the current tenant transaction, if it is missing. */
    void ensureExists(TenantScope scope, EmbeddingSpace space) {
        bound("""
            insert into vector_indexes (client_account_id, embedding_space_id, ef_search, rerank_count)
            values (:client, :space, :efSearch, :rerankCount)
            on conflict do nothing
            """, scope, space)
                .param("efSearch", IndexHealth.INITIAL_EF_SEARCH)
                .param("rerankCount", SearchProfile.DEFAULT_RERANK_COUNT)
                .update();
    }

    private StatementSpec bound(String sql, TenantScope scope, EmbeddingSpace space) {
        return jdbc.sql(scope, sql).param("space", space.id().value());
    }
}
