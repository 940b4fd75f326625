package io.modernize.cmdb.benchmarks;

import com.sun.management.ThreadMXBean;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import io.modernize.cmdb.similarity.search.application.SimilarAssetsQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how much memory a search allocates, in the use case and in the whole service. Every thread of this process
 * counts, and the caller allocates next to nothing. Assets have as many source attributes as an export of ServiceNow.
 */
final class AllocationWorkload {
    static final String NAME = "allocation";

    private static final int ASSETS = 2_000;
    private static final int DIMENSIONS = 384;
    private static final int TOP_K = 10;
    private static final int QUESTIONS = 50;
    private static final int SOURCE_ATTRIBUTES = 40;
    private static final int ROUNDS = 3;

    private static final String COLUMNS = """
        id sourceSystem externalKey name ciClass description environment hostName fqdn osName osVersion osFamily cpuCount
        memoryMib storageGib location owner supportGroup status operationalStatus serialNumber assetTag addresses tags
        updatedAt\
        """;

    /** The selected parts of an asset, by their names in the table. */
    private static final Map<String, String> SELECTIONS = new LinkedHashMap<>();

    static {
        SELECTIONS.put("name", "name");
        SELECTIONS.put("all but its source's attributes", COLUMNS);
        SELECTIONS.put("all", COLUMNS + " sourceAttributes { name value }");
    }

    private final TextClient client = new TextClient(0, ASSETS);
    private final VectorSource vectors = new TopicVectors(DIMENSIONS);
    private final KnownTexts texts = new KnownTexts();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final int searches;
    private final Progress progress;

    AllocationWorkload(boolean quick, Progress progress) {
        this.searches = quick ? 250 : 2_000;
        this.progress = progress;
    }

    /** A piece of work that is repeated, for one question at a time. */
    @FunctionalInterface
    private interface Asked {
        void ask(int question) throws Exception;
    }

    /** Returns the table as Markdown. */
    String run(DatabaseServer server, Path project) throws Exception {
        server.createDatabase(NAME);
        server.execute(NAME, Files.readString(project.resolve("scripts/roles.sql")));
        try (RunningService service =
                RunningService.start(server, NAME, new ServiceStubModel(texts, DIMENSIONS), List.of(client.number()))) {
            progress.say("allocation: loading");
            load(server, service);
            return measure(service);
        } finally {
            server.dropDatabase(NAME);
        }
    }

    private String measure(RunningService service) throws Exception {
        List<TextQuestion> questions = new TextQuestions(client, vectors).of(TextQuestion.Kind.SENTENCE, QUESTIONS);
        questions.forEach(question -> texts.put(question.text(), question.vector()));
        StringBuilder table = new StringBuilder("""
            # Allocation

            Bytes that a search of %d hits allocates, means of %,d searches, the least of %d rounds; each asset has %d attributes
            of its source (`scripts/benchmark --workload allocation`).

            | | mode | selected of each asset | KB a search |
            |---|---|---|---|
            """.formatted(TOP_K, searches, ROUNDS, SOURCE_ATTRIBUTES));
        for (SearchMode mode : SearchMode.values()) {
            FindSimilarAssets useCase = service.bean(FindSimilarAssets.class);
            row(table, "use case", mode, "", number -> useCase.find(query(questions.get(number), mode)));
        }
        try (HttpSearcher signedIn = new HttpSearcher(service.address(), texts);
                KeptConnection connection = new KeptConnection(service.address())) {
            String token = signedIn.tokenOf(client.number());
            for (SearchMode mode : SearchMode.values()) {
                for (Map.Entry<String, String> selection : SELECTIONS.entrySet()) {
                    List<byte[]> requests = questions.stream()
                            .map(question -> connection.request(token, body(question, mode, selection.getValue())))
                            .toList();
                    requireHits(connection, requests.getFirst());
                    row(table, "HTTP", mode, selection.getKey(), number -> connection.send(requests.get(number)));
                }
            }
        }
        return table.toString();
    }

    private void row(StringBuilder table, String what, SearchMode mode, String selected, Asked asked) throws Exception {
        progress.say("allocation: " + what + ", " + mode + (selected.isEmpty() ? "" : ", " + selected));
        // Code that is compiled allocates less: escape analysis leaves some objects out.
        bytes(asked);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, bytes(asked));
        }
        table.append("| %s | %s | %s | %,.1f |%n"
                .formatted(what, mode.name().toLowerCase(Locale.ROOT), selected, least / 1_000.0 / searches));
    }

    /** The allocated bytes of all threads. Those of virtual threads count with their carriers. */
    private long bytes(Asked asked) throws Exception {
        long before = threads.getTotalThreadAllocatedBytes();
        for (int i = 0; i < searches; i++) {
            asked.ask(i % QUESTIONS);
        }
        return threads.getTotalThreadAllocatedBytes() - before;
    }

    private static SimilarAssetsQuery query(TextQuestion question, SearchMode mode) {
        return new SimilarAssetsQuery(
                question.scope(),
                new QueryText(question.text()),
                mode,
                new TopK(TOP_K),
                AssetFilter.none(),
                MinimumScore.NONE,
                false);
    }

    private static String body(TextQuestion question, SearchMode mode, String selected) {
        Map<String, Object> variables = Map.of("text", question.text(), "mode", mode.name(), "topK", TOP_K);
        return JsonMapper.shared().writeValueAsString(Map.of("query", document(selected), "variables", variables));
    }

    private static String document(String selected) {
        return """
            query ($text: String!, $mode: SearchMode!, $topK: Int!) {
              findSimilarAssets(queryText: $text, mode: $mode, topK: $topK) { candidates hits { score asset { %s } } } }
            """.formatted(selected);
    }

    /** All documents that the workload sends. */
    static List<String> documents() {
        return SELECTIONS.values().stream().map(AllocationWorkload::document).toList();
    }

    private static void requireHits(KeptConnection connection, byte[] request) throws Exception {
        String answer = connection.answer(connection.send(request));
        if (answer.contains("\"errors\"") || answer.split("\"score\"", -1).length != TOP_K + 1) {
            throw new IllegalStateException("the search failed: " + answer);
        }
    }

    private void load(DatabaseServer server, RunningService service) throws Exception {
        fillTenancy(server);
        TenantScope scope = client.scope();
        List<AssetDraft> drafts = new ArrayList<>();
        for (int asset = 0; asset < ASSETS; asset++) {
            drafts.add(TextAsset.of(client, asset).draftWith(sourceAttributes(asset)));
        }
        service.bean(AssetCatalog.class).save(scope, client.mainEngagement(), drafts);
        EmbeddingStore store = service.bean(EmbeddingStore.class);
        List<Asset> due = store.findDue(scope, service.space(), null, ASSETS);
        store.save(scope, service.space(), due.stream().map(this::embedding).toList());
        server.execute(
                NAME,
                "vacuum analyze cmdb_assets",
                "vacuum analyze cmdb_asset_texts",
                "vacuum analyze cmdb_asset_embeddings");
    }

    private AssetEmbedding embedding(Asset asset) {
        int number = TextAsset.numberOf(String.valueOf(asset.attributes().assetTag()));
        float[] vector = vectors.vector(client.row(number), client.number());
        return new AssetEmbedding(
                asset.id(), asset.engagementId(), EmbeddingVector.normalised(vector), asset.contentHash());
    }

    private static Map<String, String> sourceAttributes(int asset) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < SOURCE_ATTRIBUTES; i++) {
            attributes.put("u_attribute_%02d".formatted(i), "value %d of asset %d".formatted(i, asset));
        }
        return attributes;
    }

    private void fillTenancy(DatabaseServer server) throws Exception {
        UUID account = client.id().value();
        UUID engagement = client.mainEngagement().value();
        try (Connection connection = server.connect(NAME);
                PreparedStatement accounts =
                        connection.prepareStatement("insert into client_accounts (id, slug, name) values (?, ?, ?)");
                PreparedStatement engagements = connection.prepareStatement(
                        "insert into engagements (client_account_id, id, slug, name) values (?, ?, 'main', 'Main')");
                PreparedStatement memberships = connection.prepareStatement("""
                    insert into memberships
                        (client_account_id, id, directory_tenant_id, object_id, role, all_engagements)
                    values (?, ?, ?, ?, 'AGENT', true)
                    """)) {
            accounts.setObject(1, account);
            accounts.setString(2, RunningService.slug(client.number()));
            accounts.setString(3, client.label());
            accounts.executeUpdate();
            engagements.setObject(1, account);
            engagements.setObject(2, engagement);
            engagements.executeUpdate();
            memberships.setObject(1, account);
            memberships.setObject(2, engagement);
            memberships.setObject(3, RunningService.DIRECTORY);
            memberships.setObject(4, account);
            memberships.executeUpdate();
        }
    }
}
