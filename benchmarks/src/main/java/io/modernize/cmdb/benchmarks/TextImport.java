package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.EngagementId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Loads clients through the service's own ports, and measures the speed. */
final class TextImport {
    private static final int CHUNK = 500;
    private static final int ROUNDS = 5;
    private static final String CHUNKS_WITH = "enable";
    private static final String CHUNKS_WITHOUT = "disable";

    private final TextDatabase database;
    private final VectorSource vectors;

    TextImport(TextDatabase database, VectorSource vectors) {
        this.database = database;
        this.vectors = vectors;
    }

    /**
     * The speed at which the service took its data.
     *
     * @param assets the rows per second of {@link AssetCatalog#save}
     * @param embeddings the rows per second of {@link EmbeddingStore#save}
     * @param assetsWithTexts the rows per second of new assets of the largest client, words written
     * @param assetsWithoutTexts the rows per second of as many assets, no words written
     */
    record Rates(double assets, double embeddings, double assetsWithTexts, double assetsWithoutTexts) {}

    private record Chunk(TextClient client, int from, int to) {
        double place() {
            return (double) from / client.assets();
        }
    }

    Rates load(List<TextClient> clients) throws SQLException {
        List<Chunk> chunks = chunks(clients);
        long nanoseconds = 0;
        for (Chunk chunk : chunks) {
            nanoseconds += saveAssets(chunk);
        }
        int rows = clients.stream().mapToInt(TextClient::assets).sum();
        double assets = rows / (nanoseconds / 1e9);
        // Foreign keys are checked by a plan; made for an empty table it reads all of a client's assets for each row.
        database.execute("vacuum analyze cmdb_assets", "vacuum analyze cmdb_asset_texts");
        nanoseconds = 0;
        for (Chunk chunk : chunks) {
            nanoseconds += saveEmbeddings(chunk);
        }
        double embeddings = rows / (nanoseconds / 1e9);
        double[] costs = withAndWithoutTexts(clients.stream()
                .max(Comparator.comparingInt(TextClient::assets))
                .orElseThrow());
        database.execute(
                "vacuum analyze cmdb_assets",
                "vacuum analyze cmdb_asset_texts",
                "vacuum analyze cmdb_asset_embeddings");
        return new Rates(assets, embeddings, costs[0], costs[1]);
    }

    /** The chunks of all clients by turns, so that their rows lie among each other. */
    private static List<Chunk> chunks(List<TextClient> clients) {
        List<Chunk> chunks = new ArrayList<>();
        for (TextClient client : clients) {
            for (int from = 0; from < client.assets(); from += CHUNK) {
                chunks.add(new Chunk(client, from, Math.min(from + CHUNK, client.assets())));
            }
        }
        chunks.sort(Comparator.comparingDouble(Chunk::place));
        return chunks;
    }

    private long saveAssets(Chunk chunk) {
        Map<EngagementId, List<AssetDraft>> drafts = new LinkedHashMap<>();
        for (int asset = chunk.from(); asset < chunk.to(); asset++) {
            drafts.computeIfAbsent(chunk.client().engagementOf(asset), engagement -> new ArrayList<>())
                    .add(TextAsset.of(chunk.client(), asset).draft());
        }
        AssetCatalog catalog = database.service().bean(AssetCatalog.class);
        long start = System.nanoTime();
        drafts.forEach((engagement, some) -> catalog.save(chunk.client().scope(), engagement, some));
        return System.nanoTime() - start;
    }

    private long saveEmbeddings(Chunk chunk) throws SQLException {
        RunningService service = database.service();
        List<AssetEmbedding> embeddings = embeddings(chunk);
        long start = System.nanoTime();
        service.bean(EmbeddingStore.class).save(chunk.client().scope(), service.space(), embeddings);
        return System.nanoTime() - start;
    }

    private List<AssetEmbedding> embeddings(Chunk chunk) throws SQLException {
        TextClient client = chunk.client();
        List<AssetEmbedding> embeddings = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                    select id, engagement_id, asset_tag, document_hash from cmdb_assets
                    where client_account_id = ? and engagement_id = any(?) and source_system = 'servicenow'
                        and external_key = any(?)
                    """)) {
            query.setObject(1, client.id().value());
            query.setArray(2, connection.createArrayOf("uuid", new UUID[] {
                client.mainEngagement().value(), client.sideEngagement().value()
            }));
            List<String> keys = new ArrayList<>();
            for (int asset = chunk.from(); asset < chunk.to(); asset++) {
                keys.add(TextAsset.externalKey(asset));
            }
            query.setArray(3, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    int asset = TextAsset.numberOf(rows.getString(3));
                    embeddings.add(new AssetEmbedding(
                            new AssetId(rows.getObject(1, UUID.class)),
                            new EngagementId(rows.getObject(2, UUID.class)),
                            EmbeddingVector.normalised(vectors.vector(client.row(asset), client.number())),
                            ContentHash.ofBytes(rows.getBytes(4))));
                }
            }
        }
        return embeddings;
    }

    /** Loads assets by turns into the full tables, and deletes them afterwards. */
    private double[] withAndWithoutTexts(TextClient client) throws SQLException {
        long with = 0;
        long without = 0;
        int next = client.assets();
        for (int round = 0; round < ROUNDS; round++) {
            setTriggers(CHUNKS_WITH);
            with += saveAssets(new Chunk(client, next, next + CHUNK));
            setTriggers(CHUNKS_WITHOUT);
            without += saveAssets(new Chunk(client, next + CHUNK, next + 2 * CHUNK));
            next += 2 * CHUNK;
        }
        setTriggers(CHUNKS_WITH);
        database.execute("delete from cmdb_assets where client_account_id = '%s' and asset_tag >= '%s'"
                .formatted(client.id().value(), TextAsset.assetTag(client.assets())));
        double rows = (double) ROUNDS * CHUNK;
        return new double[] {rows / (with / 1e9), rows / (without / 1e9)};
    }

    private void setTriggers(String action) throws SQLException {
        for (String trigger : List.of("write_texts_of_new", "write_texts_of_changed")) {
            database.execute("alter table cmdb_assets %s trigger %s".formatted(action, trigger));
        }
    }
}
