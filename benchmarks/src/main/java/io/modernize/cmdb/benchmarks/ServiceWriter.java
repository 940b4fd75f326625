package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.EngagementId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes with {@link EmbeddingStore#save}, client by client. The assets themselves exist before. */
record ServiceWriter(EmbeddingStore store, EmbeddingSpace space, ServiceTables tables) implements Writer {

    @Override
    public void prepare(List<Row> rows) throws Exception {
        tables.copyAssets(rows);
    }

    @Override
    public void save(List<Row> rows, List<float[]> vectors) {
        Map<Integer, List<AssetEmbedding>> byClient = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            byClient.computeIfAbsent(row.client(), client -> new ArrayList<>())
                    .add(new AssetEmbedding(
                            new AssetId(row.id()),
                            new EngagementId(Dataset.engagementId(row.client())),
                            EmbeddingVector.normalised(vectors.get(i)),
                            ServiceTables.hash(row)));
        }
        byClient.forEach((client, embeddings) -> store.save(ServiceQueries.scope(client), space, embeddings));
    }

    @Override
    public void delete(List<Row> rows) throws Exception {
        try (Connection connection = tables.connect();
                PreparedStatement statement =
                        connection.prepareStatement("delete from cmdb_assets where client_account_id = ? and id = ?")) {
            for (Row row : rows) {
                statement.setObject(1, row.clientId());
                statement.setObject(2, row.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void close() {}
}
