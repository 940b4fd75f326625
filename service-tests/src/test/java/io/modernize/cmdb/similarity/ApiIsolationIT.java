package io.modernize.cmdb.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceTest;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.similarity.IsolationEstate.Client;
import io.modernize.cmdb.similarity.IsolationEstate.Row;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The whole service over HTTP, with tokens of the embedded issuer, as two clients whose estates differ in nothing that a
 * program could tell them apart by but the client account: same keys, same names, same engagement slugs.
 */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiIsolationIT {
    private static final String ANSWER = """
        mode plan { strategy } candidates candidatesExact completeness { complete reason message }
        facets { assets complete fields { field values { value count } } }
        hits { score stale engagement { id slug name }
          explanation { vector { rank score } text { rank score highlights { field passage { text match } } }
            identifier { field value exact } filters { condition value } }
          asset {
            id sourceSystem externalKey name description owner serialNumber tags sourceAttributes { name value } } }
        """;
    private static final String FIND = """
        query ($text: String!, $mode: SearchMode, $topK: Int, $filter: AssetFilterInput, $engagementId: ID) {
          findSimilarAssets(queryText: $text, mode: $mode, topK: $topK, filter: $filter, engagementId: $engagementId) {
            %s } }
        """.formatted(ANSWER);
    private static final String LIKE = """
        query ($assetId: ID!, $mode: SearchMode, $topK: Int) {
          assetsLike(assetId: $assetId, mode: $mode, topK: $topK) { %s } }
        """.formatted(ANSWER);
    private static final String ME =
            "{ me { clientAccount { id slug name } engagements { id slug name } role permissions } }";
    private static final String TEXT = "oracle database of the warehouse";
    private static final String CLIENT_ACCOUNT_HEADER = "X-Client-Account-Id";
    private static final String ENGAGEMENT_HEADER = "X-Engagement-Id";
    private static final Cast CAST = Cast.SEARCH;

    @TempDir
    private static Path folder;

    @Autowired
    private ServiceUnderTest service;

    private final Map<String, Client> clients = new HashMap<>();

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private AssetImportJobs imports;

    @Autowired
    private EmbeddingJobs embedding;

    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry metrics;

    @BeforeAll
    void loadBothEstates() throws IOException {
        for (String slug : List.of("northwind", "harbor")) {
            clients.put(slug, load(slug));
        }
        Client northwind = client("northwind");
        Client harbor = client("harbor");
        new IsolationMembers(registry, CAST)
                .grant(northwind.account(), harbor.account(), northwind.alpha(), Role.AGENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void showsOwnRowsOnlyWhateverTopK(String slug) {
        Client client = client(slug);
        for (int topK = 1; topK <= 100; topK++) {
            // In the other client's own words, so that their rows would be the best answers.
            Answer answer = find(client.token(), Map.of("text", other(client).marker() + " " + TEXT, "topK", topK));

            showsExactly(client, client.rows(), answer, "findSimilarAssets", topK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void showsOwnRowsOnlyInEachMode(String slug) {
        Client client = client(slug);
        for (SearchMode mode : SearchMode.values()) {
            for (int topK : new int[] {1, 3, 15, 18, 100}) {
                Answer answer = find(
                        client.token(),
                        Map.of("text", other(client).marker() + " " + TEXT, "mode", mode, "topK", topK));

                showsExactly(client, client.rows(), answer, "findSimilarAssets", topK);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void findsOwnIdentifiersAndForeignOnesLikeAbsentOnes(String slug) {
        Client client = client(slug);
        for (Row foreign : other(client).rows()) {
            answersLikeAnAbsentIdentifier(client.token(), foreign.serialNumber());
        }
        for (Row own : client.rows()) {
            for (SearchMode mode : List.of(SearchMode.LEXICAL, SearchMode.HYBRID)) {
                JsonNode first = find(client.token(), Map.of("text", own.serialNumber(), "mode", mode, "topK", 1))
                        .json()
                        .at("/data/findSimilarAssets/hits/0");

                assertThat(first.at("/asset/id").asString()).isEqualTo(client.idOf(own));
                assertThat(first.at("/explanation/identifier/field").asString()).isEqualTo("SERIAL_NUMBER");
                assertThat(first.at("/explanation/identifier/exact").asBoolean())
                        .isTrue();
            }
        }
    }

    /** By words the same bytes; an embedding is one of the text itself, and differs by that alone. */
    private void answersLikeAnAbsentIdentifier(String token, String hidden) {
        String prefix = hidden.substring(0, 3);
        Answer absent = find(token, Map.of("text", "VBN-9999", "mode", "LEXICAL", "topK", 100));
        JsonNode nothing = absent.json().at("/data/findSimilarAssets");
        assertThat(nothing.path("candidates").asInt()).isZero();
        assertThat(nothing.path("hits").size()).isZero();
        assertThat(nothing.at("/facets/assets").asInt()).isZero();

        for (String typed : List.of(hidden, hidden.toLowerCase(Locale.ROOT), prefix)) {
            assertThat(find(token, Map.of("text", typed, "mode", "LEXICAL", "topK", 100)))
                    .isEqualTo(absent);
            JsonNode hybrid =
                    find(token, Map.of("text", typed, "topK", 100)).json().at("/data/findSimilarAssets");
            assertThat(hybrid.path("hits").size())
                    .isPositive()
                    .isEqualTo(hybrid.path("candidates").asInt());
            for (JsonNode hit : hybrid.path("hits")) {
                assertThat(hit.at("/explanation/text").isNull()).isTrue();
                assertThat(hit.at("/explanation/identifier").isNull()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void countsNoForeignMatches(String slug) {
        Client client = client(slug);
        Answer absent = find(client.token(), Map.of("text", "Quixotbrume", "mode", "LEXICAL"));

        assertThat(absent.json().at("/data/findSimilarAssets/candidates").asInt())
                .isZero();
        assertThat(find(client.token(), Map.of("text", other(client).marker(), "mode", "LEXICAL")))
                .isEqualTo(absent);
        assertThat(find(other(client).token(), Map.of("text", other(client).marker(), "mode", "LEXICAL"))
                        .json()
                        .at("/data/findSimilarAssets/candidates")
                        .asInt())
                .as("it is there, for its owner")
                .isEqualTo(other(client).rows().size());
    }

    @Test
    void embedsATextAnewForEachClientAccount() {
        String text = "a text that " + UUID.randomUUID() + " nobody else asks for";
        double before = embedded();

        find(client("northwind").token(), Map.of("text", text));
        assertThat(embedded()).isEqualTo(before + 1);
        find(client("northwind").token(), Map.of("text", text, "mode", SearchMode.SEMANTIC));
        assertThat(embedded()).as("remembered for its own client account").isEqualTo(before + 1);
        find(client("harbor").token(), Map.of("text", text));
        assertThat(embedded()).isEqualTo(before + 2);
        find(client("harbor").token(), Map.of("text", text, "mode", SearchMode.LEXICAL));
        assertThat(embedded()).as("words are not embedded").isEqualTo(before + 2);
    }

    /** How many queries the model was asked for: those that were not remembered. */
    private double embedded() {
        return metrics.get("cache.gets")
                .tag("cache", "cmdb.embedding.query.vectors")
                .tag("result", "miss")
                .functionCounter()
                .count();
    }

    @ParameterizedTest
    @MethodSource("eachClientWithEachFilter")
    void countsAndShowsOwnRowsOnlyUnderEachFilter(String slug, IsolationEstate.Filter filter) {
        Client client = client(slug);
        List<Row> passing = client.rows().stream().filter(filter.rows()).toList();
        assertThat(passing)
                .as("a filter that tells something")
                .isNotEmpty()
                .hasSizeLessThan(client.rows().size());

        for (SearchMode mode : SearchMode.values()) {
            for (int topK : new int[] {1, 100}) {
                Answer answer = find(
                        client.token(), Map.of("text", TEXT, "mode", mode, "topK", topK, "filter", filter.input()));

                showsExactly(client, passing, answer, "findSimilarAssets", topK);
            }
            for (Engagement engagement : client.engagements()) {
                Answer answer = find(
                        client.token(),
                        Map.of(
                                "text",
                                TEXT,
                                "mode",
                                mode,
                                "topK",
                                100,
                                "filter",
                                filter.input(),
                                "engagementId",
                                engagement.id().toString()));

                showsExactly(client, client.in(engagement, passing), answer, "findSimilarAssets", 100);
            }
        }
    }

    static Stream<Arguments> eachClientWithEachFilter() {
        return Stream.of("northwind", "harbor")
                .flatMap(slug -> IsolationEstate.FILTERS.stream().map(filter -> Arguments.of(slug, filter)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void findsNothingByWhatOnlyTheOtherClientHas(String slug) {
        Client client = client(slug);
        String foreign = other(client).marker();

        for (Map<String, Object> filter : List.<Map<String, Object>>of(
                Map.of("tags", List.of(foreign)),
                Map.of("attributes", List.of(Map.of("name", "mark", "value", foreign))),
                Map.of("locations", List.of(foreign)))) {
            for (SearchMode mode : SearchMode.values()) {
                Answer answer = find(client.token(), Map.of("text", TEXT, "mode", mode, "topK", 100, "filter", filter));

                showsExactly(client, List.of(), answer, "findSimilarAssets", 100);
            }
        }
        assertThat(find(other(client).token(), Map.of("text", TEXT, "filter", Map.of("tags", List.of(foreign))))
                        .json()
                        .at("/data/findSimilarAssets/candidates")
                        .asInt())
                .as("it is there, for its owner")
                .isEqualTo(other(client).rows().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void narrowsToOneEngagementByArgumentOrHeader(String slug) {
        Client client = client(slug);
        for (Engagement engagement : client.engagements()) {
            String id = engagement.id().toString();
            Answer byArgument = find(client.token(), Map.of("text", TEXT, "topK", 100, "engagementId", id));
            Answer byHeader = find(client.token(), Map.of("text", TEXT, "topK", 100), Map.of(ENGAGEMENT_HEADER, id));

            showsExactly(client, client.in(engagement), byArgument, "findSimilarAssets", 100);
            assertThat(byHeader).isEqualTo(byArgument);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void comparesEachAssetWithOwnOnesOnly(String slug) {
        Client client = client(slug);
        for (Row example : client.rows()) {
            List<Row> others =
                    client.rows().stream().filter(row -> row != example).toList();

            for (SearchMode mode : SearchMode.values()) {
                for (int topK : new int[] {1, 100}) {
                    Answer answer = like(client.token(), client.idOf(example), mode, topK);

                    showsExactly(client, others, answer, "assetsLike", topK);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void answersForeignAndAbsentAssetsAlike(String slug) {
        Client client = client(slug);
        String absent = UUID.randomUUID().toString();
        for (SearchMode mode : SearchMode.values()) {
            Answer toAbsent = like(client.token(), absent, mode, 5);
            refuses(toAbsent, "ASSET_UNKNOWN");

            for (String foreign : other(client).assetIds()) {
                assertThat(like(client.token(), foreign, mode, 5).replacing(foreign, absent))
                        .isEqualTo(toAbsent);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void answersForeignAndAbsentEngagementsAlike(String slug) {
        Client client = client(slug);
        String own = client.idOf(client.rows().getFirst());
        String absent = UUID.randomUUID().toString();
        for (Engagement engagement : other(client).engagements()) {
            String foreign = engagement.id().toString();
            Map<String, String> foreignHeader = Map.of(ENGAGEMENT_HEADER, foreign);
            Map<String, String> absentHeader = Map.of(ENGAGEMENT_HEADER, absent);

            refusesAlike(
                    find(client.token(), Map.of("text", TEXT, "engagementId", foreign)),
                    find(client.token(), Map.of("text", TEXT, "engagementId", absent)),
                    "ENGAGEMENT_UNKNOWN",
                    foreign,
                    absent);
            refusesAlike(
                    find(client.token(), Map.of("text", TEXT), foreignHeader),
                    find(client.token(), Map.of("text", TEXT), absentHeader),
                    "ENGAGEMENT_UNKNOWN",
                    foreign,
                    absent);
            refusesAlike(
                    like(client.token(), own, 5, foreignHeader),
                    like(client.token(), own, 5, absentHeader),
                    "ENGAGEMENT_UNKNOWN",
                    foreign,
                    absent);
            refusesAlike(
                    me(client.token(), foreignHeader),
                    me(client.token(), absentHeader),
                    "ENGAGEMENT_UNKNOWN",
                    foreign,
                    absent);
            // Own header, foreign argument: the conflict is no oracle either.
            Map<String, String> ownHeader =
                    Map.of(ENGAGEMENT_HEADER, client.alpha().id().toString());
            refusesAlike(
                    find(client.token(), Map.of("text", TEXT, "engagementId", foreign), ownHeader),
                    find(client.token(), Map.of("text", TEXT, "engagementId", absent), ownHeader),
                    "BAD_INPUT",
                    foreign,
                    absent);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void answersForeignAndAbsentClientAccountsAlike(String slug) {
        Client client = client(slug);
        String own = client.idOf(client.rows().getFirst());
        String foreignAsset = other(client).assetIds().iterator().next();
        String foreign = other(client).account().id().toString();
        String absent = UUID.randomUUID().toString();
        Map<String, String> foreignHeader = Map.of(CLIENT_ACCOUNT_HEADER, foreign);
        Map<String, String> absentHeader = Map.of(CLIENT_ACCOUNT_HEADER, absent);

        refusesAlike(
                find(client.token(), Map.of("text", TEXT), foreignHeader),
                find(client.token(), Map.of("text", TEXT), absentHeader),
                "NOT_A_MEMBER",
                foreign,
                absent);
        refusesAlike(
                like(client.token(), own, 5, foreignHeader),
                like(client.token(), own, 5, absentHeader),
                "NOT_A_MEMBER",
                foreign,
                absent);
        refusesAlike(
                like(client.token(), foreignAsset, 5, foreignHeader),
                like(client.token(), foreignAsset, 5, absentHeader),
                "NOT_A_MEMBER",
                foreign,
                absent);
        refusesAlike(
                me(client.token(), foreignHeader), me(client.token(), absentHeader), "NOT_A_MEMBER", foreign, absent);
    }

    @Test
    void answersNobodyWithoutAToken() {
        Client northwind = client("northwind");
        Map<String, String> header =
                Map.of(CLIENT_ACCOUNT_HEADER, northwind.account().id().toString());
        for (Answer answer : List.of(
                service.graphQl(Map.of(), ME, Map.of()),
                service.graphQl(header, FIND, Map.of("text", TEXT)),
                service.graphQl(Map.of("Authorization", "Bearer " + tampered(northwind.token())), ME, Map.of()))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers()).containsKey("www-authenticate");
            assertThat(answer.body()).doesNotContain(northwind.secrets());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind", "harbor"})
    void tellsCallersOfTheirOwnClientAccountOnly(String slug) {
        Client client = client(slug);
        Answer answer = me(client.token(), Map.of());

        JsonNode me = answer.json().at("/data/me");
        assertThat(me.at("/clientAccount/id").asString())
                .isEqualTo(client.account().id().toString());
        assertThat(texts(me.path("engagements"), "id"))
                .containsExactlyInAnyOrder(
                        client.alpha().id().toString(), client.beta().id().toString());
        assertThat(me.path("role").asString()).isEqualTo("AGENT");
        assertThat(answer.body()).doesNotContain(other(client).secrets());
    }

    @Test
    void keepsAMembershipOfOneEngagementInsideIt() {
        Client northwind = client("northwind");
        List<Row> visible = northwind.in(northwind.alpha());
        String token = CAST.signIn(service, "one-engagement-agent");
        String hiddenEngagement = northwind.beta().id().toString();
        String absent = UUID.randomUUID().toString();

        Answer found = find(token, Map.of("text", TEXT, "topK", 100));
        showsExactly(northwind, visible, found, "findSimilarAssets", 100);
        assertThat(found.body())
                .doesNotContain(hiddenEngagement, northwind.beta().name());

        Row example = visible.getFirst();
        Answer alike = like(token, northwind.idOf(example), 100);
        showsExactly(northwind, visible.subList(1, visible.size()), alike, "assetsLike", 100);

        Answer me = me(token, Map.of());
        assertThat(texts(me.json().at("/data/me/engagements"), "id"))
                .containsExactly(northwind.alpha().id().toString());

        Answer toAbsent = like(token, absent, 5);
        for (Row hidden : northwind.in(northwind.beta())) {
            String id = northwind.idOf(hidden);
            for (SearchMode mode : SearchMode.values()) {
                refusesAlike(like(token, id, mode, 5), toAbsent, "ASSET_UNKNOWN", id, absent);
            }
            answersLikeAnAbsentIdentifier(token, hidden.serialNumber());
        }
        assertThat(found.body())
                .doesNotContain(northwind.in(northwind.beta()).stream()
                        .map(Row::serialNumber)
                        .toList());
        refusesAlike(
                find(token, Map.of("text", TEXT, "engagementId", hiddenEngagement)),
                find(token, Map.of("text", TEXT, "engagementId", absent)),
                "ENGAGEMENT_UNKNOWN",
                hiddenEngagement,
                absent);
        refusesAlike(
                me(token, Map.of(ENGAGEMENT_HEADER, hiddenEngagement)),
                me(token, Map.of(ENGAGEMENT_HEADER, absent)),
                "ENGAGEMENT_UNKNOWN",
                hiddenEngagement,
                absent);
    }

    @Test
    void letsViewersSearchNothing() {
        Client northwind = client("northwind");
        String token = CAST.signIn(service, "viewer");

        for (Answer answer : List.of(
                find(token, Map.of("text", TEXT)),
                find(
                        token,
                        Map.of(
                                "text",
                                TEXT,
                                "engagementId",
                                northwind.alpha().id().toString())),
                like(token, northwind.idOf(northwind.rows().getFirst()), 5),
                like(token, UUID.randomUUID().toString(), 5))) {
            refuses(answer, "NOT_PERMITTED");
            assertThat(answer.body()).contains("data.vector_search").doesNotContain(northwind.secrets());
        }
        assertThat(me(token, Map.of()).json().at("/data/me/role").asString()).isEqualTo("VIEWER");
    }

    @Test
    void makesMembersOfTwoClientAccountsChoose() {
        String token = CAST.signIn(service, "consultant");
        List<String> both = clients.values().stream()
                .map(client -> client.account().id().toString())
                .toList();

        for (Answer answer : List.of(
                find(token, Map.of("text", TEXT)),
                like(token, client("harbor").assetIds().iterator().next(), 5),
                me(token, Map.of()))) {
            refuses(answer, "CLIENT_ACCOUNT_CHOICE_NEEDED");
            assertThat(answer.json()
                            .at("/errors/0/extensions/choices")
                            .valueStream()
                            .map(JsonNode::asString))
                    .containsExactlyInAnyOrderElementsOf(both);
        }
        for (Client client : clients.values()) {
            Map<String, String> choice =
                    Map.of(CLIENT_ACCOUNT_HEADER, client.account().id().toString());
            showsExactly(
                    client,
                    client.rows(),
                    find(token, Map.of("text", TEXT, "topK", 100), choice),
                    "findSimilarAssets",
                    100);
            String foreign = other(client).assetIds().iterator().next();
            refuses(like(token, foreign, 5, choice), "ASSET_UNKNOWN");
            refuses(
                    find(
                            token,
                            Map.of(
                                    "text",
                                    TEXT,
                                    "engagementId",
                                    other(client).alpha().id().toString()),
                            choice),
                    "ENGAGEMENT_UNKNOWN");
        }
    }

    @Test
    void showsNothingToIdentitiesWithoutMembership() {
        String token = CAST.signIn(service, "stranger");
        String absent = UUID.randomUUID().toString();

        refuses(find(token, Map.of("text", TEXT)), "NOT_A_MEMBER");
        for (Client client : clients.values()) {
            String account = client.account().id().toString();
            refusesAlike(
                    me(token, Map.of(CLIENT_ACCOUNT_HEADER, account)),
                    me(token, Map.of(CLIENT_ACCOUNT_HEADER, absent)),
                    "NOT_A_MEMBER",
                    account,
                    absent);
        }
    }

    @Test
    void marksTheOwnChangedAssetStaleAndNoOther() throws IOException {
        Client northwind = client("northwind");
        Row row = northwind.in(northwind.alpha()).getFirst();
        try {
            importFile(northwind.alpha(), List.of(row.json(northwind.marker(), "rebuilt last week")), "changed");

            assertThat(staleIds(northwind)).containsExactly(northwind.idOf(row));
            assertThat(staleIds(client("harbor"))).isEmpty();
            showsExactly(
                    northwind,
                    northwind.rows(),
                    find(northwind.token(), Map.of("text", TEXT, "topK", 100)),
                    "findSimilarAssets",
                    100);
        } finally {
            embed(northwind.alpha());
        }
        assertThat(staleIds(northwind)).isEmpty();
    }

    @Test
    void keepsClientsApartWhileTheyShareConnections() throws Exception {
        List<Callable<Client>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Client client = client(i % 2 == 0 ? "northwind" : "harbor");
            String example = client.idOf(client.rows().get(i % client.rows().size()));
            calls.add(() -> {
                showsExactly(
                        client,
                        client.rows(),
                        find(client.token(), Map.of("text", TEXT, "topK", 100)),
                        "findSimilarAssets",
                        100);
                assertThat(like(client.token(), example, 100).body())
                        .contains(client.marker())
                        .doesNotContain(other(client).secrets());
                return client;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Client> call : threads.invokeAll(calls)) {
                call.get();
            }
        }
    }

    private void showsExactly(Client client, Collection<Row> candidates, Answer answer, String field, int topK) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("errors").isMissingNode())
                .as(answer.body())
                .isTrue();
        JsonNode found = answer.json().path("data").path(field);
        List<String> candidateIds = candidates.stream().map(client::idOf).toList();
        int expectedHits = Math.min(topK, candidates.size());
        List<String> hits = texts(found.path("hits"), "asset", "id");

        assertThat(found.path("candidates").asInt()).isEqualTo(candidates.size());
        assertThat(found.path("candidatesExact").asBoolean()).isTrue();
        assertThat(hits).hasSize(expectedHits).doesNotHaveDuplicates();
        assertThat(candidateIds).containsAll(hits);
        assertThat(found.at("/completeness/complete").asBoolean()).isEqualTo(expectedHits == topK);
        if (expectedHits < topK) {
            String counted = candidates.isEmpty() ? "No" : "Only " + candidates.size();
            assertThat(found.at("/completeness/message").asString())
                    .startsWith(counted + (isLexical(found) ? " assets" : " embedded assets"));
        }
        for (JsonNode hit : found.path("hits")) {
            Engagement owner = client.engagementOf(hit.at("/asset/id").asString());
            assertThat(hit.at("/engagement/id").asString()).isEqualTo(owner.id().toString());
            assertThat(hit.at("/engagement/name").asString()).isEqualTo(owner.name());
            assertThat(hit.at("/asset/owner").asString()).isEqualTo(client.marker());
        }
        assertThat(answer.body()).doesNotContain(other(client).secrets());
    }

    private static boolean isLexical(JsonNode found) {
        return found.path("mode").asString().equals("LEXICAL");
    }

    private static void refuses(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/errors/0/extensions/code").asString())
                .as(answer.body())
                .isEqualTo(code);
        assertThat(answer.json().path("errors").size()).isEqualTo(1);
        assertThat(answer.json().path("data").findValue("hits")).isNull();
    }

    /** What is another's and what does not exist get the same bytes, but for the id that the caller sent. */
    private static void refusesAlike(Answer foreign, Answer absent, String code, String foreignId, String absentId) {
        refuses(absent, code);
        assertThat(foreign.replacing(foreignId, absentId)).isEqualTo(absent);
    }

    private List<String> staleIds(Client client) {
        JsonNode hits =
                find(client.token(), Map.of("text", TEXT, "topK", 100)).json().at("/data/findSimilarAssets/hits");
        return hits.valueStream()
                .filter(hit -> hit.path("stale").asBoolean())
                .map(hit -> hit.at("/asset/id").asString())
                .toList();
    }

    private static List<String> texts(JsonNode array, String... path) {
        return array.valueStream()
                .map(node -> node.at("/" + String.join("/", path)).asString())
                .toList();
    }

    private Answer find(String token, Map<String, ?> variables) {
        return find(token, variables, Map.of());
    }

    private Answer find(String token, Map<String, ?> variables, Map<String, String> headers) {
        return service.graphQl(with(token, headers), FIND, variables);
    }

    private Answer like(String token, String assetId, SearchMode mode, int topK) {
        return service.graphQl(with(token, Map.of()), LIKE, Map.of("assetId", assetId, "mode", mode, "topK", topK));
    }

    private Answer like(String token, String assetId, int topK) {
        return like(token, assetId, topK, Map.of());
    }

    private Answer like(String token, String assetId, int topK, Map<String, String> headers) {
        return service.graphQl(with(token, headers), LIKE, Map.of("assetId", assetId, "topK", topK));
    }

    private Answer me(String token, Map<String, String> headers) {
        return service.graphQl(with(token, headers), ME, Map.of());
    }

    private static Map<String, String> with(String token, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        return all;
    }

    /** The token with its payload's last letter changed, under the old signature. */
    private static String tampered(String token) {
        int end = token.lastIndexOf('.');
        char last = token.charAt(end - 1);
        return token.substring(0, end - 1) + (last == 'A' ? 'B' : 'A') + token.substring(end);
    }

    private Client client(String slug) {
        Client client = clients.get(slug);
        assertThat(client).isNotNull();
        return client;
    }

    private Client other(Client client) {
        return client(client.account().slug().value().startsWith("harbor") ? "northwind" : "harbor");
    }

    private Client load(String slug) throws IOException {
        String marker = IsolationEstate.marker(slug);
        ClientAccount account = registry.ensureClientAccount(CAST.slug(slug), marker + " Incorporated");
        Engagement alpha = registry.ensureEngagement(account.id(), new Slug("alpha"), marker + " Alpha");
        Engagement beta = registry.ensureEngagement(account.id(), new Slug("beta"), marker + " Beta");
        List<Row> rows = IsolationEstate.rows(slug);
        for (Engagement engagement : List.of(alpha, beta)) {
            List<String> lines = rows.stream()
                    .filter(row -> row.engagement().equals(engagement.slug().value()))
                    .map(row -> row.json(marker, "as delivered"))
                    .toList();
            importFile(engagement, lines, slug + "-" + engagement.slug());
            embed(engagement);
        }
        Map<String, String> ids = new HashMap<>();
        transactions.runInScope(TenantScope.forJob(account.id()), () -> {
            jdbc.sql("select e.slug || '/' || a.external_key, a.id::text from cmdb_assets a"
                            + " join engagements e on e.client_account_id = a.client_account_id"
                            + " and e.id = a.engagement_id where a.client_account_id = ?")
                    .param(account.id().value())
                    .query(row -> {
                        ids.put(row.getString(1), row.getString(2));
                    });
        });
        assertThat(ids).hasSize(rows.size());
        String token = CAST.signIn(service, slug + "-agent");
        return new Client(account, alpha, beta, marker, token, rows, ids);
    }

    private void importFile(Engagement engagement, List<String> lines, String name) throws IOException {
        Path file = Files.write(folder.resolve(name + ".jsonl"), lines);
        ImportOutcome outcome = imports.run(
                new ImportRequest(
                        TenantScope.forJob(engagement.clientAccountId(), engagement.id()),
                        engagement.id(),
                        file,
                        MissingAssetPolicy.REPORT),
                JobProgress.SILENT);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ImportOutcome.Completed.class,
                        completed -> assertThat(completed.summary().counts().rejected())
                                .isZero());
    }

    private void embed(Engagement engagement) {
        assertThat(embedding.run(
                        TenantScope.forJob(engagement.clientAccountId(), engagement.id()),
                        engagement.id(),
                        JobProgress.SILENT))
                .matches(EmbeddingOutcome::isCompleted);
    }
}
