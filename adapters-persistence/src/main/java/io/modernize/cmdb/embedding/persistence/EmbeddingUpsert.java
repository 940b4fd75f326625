package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.persistence.FilterColumn;
import io.modernize.cmdb.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes many embeddings with one statement. The vectors travel as one array of floats in binary form. An array of
 * vectors would travel as text.
 */
final class EmbeddingUpsert {
    /** The greatest number of floats in one statement: 16 MB, far below the limit of the protocol. */
    private static final int MAX_FLOATS = 4 << 20;

    /**
     * The statement. It joins with the assets under a lock, because an asset that was deleted meanwhile must not fail
     * the batch. It follows the order of the key, so that two writers of the same assets wait for each other and do not
     * deadlock.
     */
    private static final String UPSERT = """
        insert into cmdb_asset_embeddings (client_account_id, engagement_id, asset_id, embedding_space_id, dimensions,
            index_generation, %s, content_hash, embedding)
        select a.client_account_id, a.engagement_id, a.id, ?, ?,
            coalesce((select v.write_generation from vector_indexes v
                where v.client_account_id = ? and v.embedding_space_id = ?), 0),
            %s,
            e.content_hash, (?::float4[])[(e.position - 1) * ? + 1 : e.position * ?]::vector::halfvec
        from unnest(?::uuid[], ?::uuid[], ?::bytea[]) with ordinality
            as e (asset_id, engagement_id, content_hash, position)
        join cmdb_assets a on a.client_account_id = ? and a.id = e.asset_id and a.engagement_id = e.engagement_id
        order by a.id
        for key share of a
        on conflict (client_account_id, asset_id, embedding_space_id) do update set
            index_generation = excluded.index_generation, %s,
            content_hash = excluded.content_hash, embedding = excluded.embedding, updated_at = now()
        """.formatted(
                    ofFilters(FilterColumn::name),
                    ofFilters(column -> column.valueOf("a")),
                    ofFilters(column -> column.name() + " = excluded." + column.name()));

    private final JdbcTemplate jdbc;

    private static String ofFilters(Function<FilterColumn, String> text) {
        return FilterColumn.all().stream().map(text).collect(Collectors.joining(", "));
    }

    EmbeddingUpsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the embeddings in the current transaction. */
    void execute(TenantScope scope, EmbeddingSpace space, List<AssetEmbedding> embeddings) {
        int rows = Math.max(1, MAX_FLOATS / space.dimensions());
        for (int from = 0; from < embeddings.size(); from += rows) {
            List<AssetEmbedding> part = embeddings.subList(from, Math.min(embeddings.size(), from + rows));
            jdbc.update(connection -> bound(connection, scope, space, part));
        }
    }

    private static PreparedStatement bound(
            Connection connection, TenantScope scope, EmbeddingSpace space, List<AssetEmbedding> embeddings)
            throws SQLException {
        UUID client = scope.clientAccountId().value();
        PreparedStatement statement = connection.prepareStatement(UPSERT);
        int parameter = 0;
        statement.setObject(++parameter, space.id().value());
        statement.setInt(++parameter, space.dimensions());
        statement.setObject(++parameter, client);
        statement.setObject(++parameter, space.id().value());
        statement.setObject(++parameter, floats(space, embeddings));
        statement.setInt(++parameter, space.dimensions());
        statement.setInt(++parameter, space.dimensions());
        statement.setArray(
                ++parameter,
                connection.createArrayOf(
                        "uuid",
                        embeddings.stream()
                                .map(embedding -> embedding.assetId().value())
                                .toArray()));
        statement.setArray(
                ++parameter,
                connection.createArrayOf(
                        "uuid",
                        embeddings.stream()
                                .map(embedding -> embedding.engagementId().value())
                                .toArray()));
        statement.setArray(
                ++parameter,
                connection.createArrayOf(
                        "bytea",
                        embeddings.stream()
                                .map(embedding -> embedding.contentHash().bytes())
                                .toArray(byte[][]::new)));
        statement.setObject(++parameter, client);
        return statement;
    }

    private static float[] floats(EmbeddingSpace space, List<AssetEmbedding> embeddings) {
        float[] floats = new float[space.dimensions() * embeddings.size()];
        int position = 0;
        for (AssetEmbedding embedding : embeddings) {
            float[] vector = embedding.vector().toArray();
            if (vector.length != space.dimensions()) {
                throw new IllegalArgumentException(
                        "a vector of " + vector.length + " dimensions lies outside the space " + space);
            }
            System.arraycopy(vector, 0, floats, position, vector.length);
            position += vector.length;
        }
        return floats;
    }
}
