package io.modernize.cmdb.similarity.search.graphql;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.search.LikenessText;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

@SpringBootTest(classes = GraphQlTestApplication.class)
class SearchModesTests {
    private static final String FIND = """
        query ($text: String = "ora", $mode: SearchMode, $minScore: Float) {
          findSimilarAssets(queryText: $text, mode: $mode, minScore: $minScore) {
            mode plan { strategy } hits { stale asset { name } } completeness { complete reason message } } }
        """;
    private static final String LIKE = """
        query ($id: ID!, $mode: SearchMode, $minScore: Float) {
          assetsLike(assetId: $id, mode: $mode, minScore: $minScore) {
            mode plan { strategy } hits { asset { name } } } }
        """;
    private static final String EXPLAINED = """
        query ($text: String!, $mode: SearchMode, $filter: AssetFilterInput) {
          findSimilarAssets(queryText: $text, mode: $mode, filter: $filter, topK: 1) {
            hits { explanation { vector { rank score } text { rank score highlights { field passage { text match } } }
              identifier { field value exact } filters { condition value } } } } }
        """;

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryAssets assets;

    @BeforeEach
    void forget() {
        assets.reset();
    }

    @Nested
    class OfSearchesByText {
        @Test
        void areBothUnlessToldOtherwise() {
            String plain = "{ findSimilarAssets(queryText: \"ora\") { mode } }";

            assertMode(caller.call(ANALYST, plain), "findSimilarAssets", "HYBRID");
            assertThat(assets.lastFused()).isPresent();
            assets.reset();
            assertMode(
                    caller.call(ANALYST, plain.replace("\"ora\"", "\"ora\", mode: null")),
                    "findSimilarAssets",
                    "HYBRID");
            assertThat(assets.lastFused()).isPresent();
        }

        @Test
        void reachTheIndexOfEmbeddings() {
            GraphQlTester.Response response = find("SEMANTIC", 0.5);

            assertMode(response, "findSimilarAssets", "SEMANTIC");
            assertStrategy(response, "findSimilarAssets", "EXACT");
            assertThat(assets.lastNearest()).hasValueSatisfying(query -> {
                assertThat(query.minimumScore()).isEqualTo(new MinimumScore(0.5));
                assertThat(query.excluded()).isNull();
            });
            assertThat(assets.lastMatching()).isEmpty();
            assertThat(assets.lastFused()).isEmpty();
        }

        @Test
        void reachTheIndexOfTextsWithoutAnEmbedding() {
            assets.failModel(new EmbeddingUnavailableException(Reason.UNREACHABLE, "down"));

            GraphQlTester.Response response = find("LEXICAL", null);

            assertMode(response, "findSimilarAssets", "LEXICAL");
            assertStrategy(response, "findSimilarAssets", "TEXT");
            assertThat(assets.lastMatching()).hasValueSatisfying(query -> {
                assertThat(query.text()).isEqualTo(new QueryText("ora"));
                assertThat(query.excluded()).isNull();
            });
            assertThat(assets.lastNearest()).isEmpty();
            assertThat(assets.lastFused()).isEmpty();
        }

        @Test
        void reachTheIndexOfTextsWithAnEmbedding() {
            GraphQlTester.Response response = find("HYBRID", 0.5);

            assertMode(response, "findSimilarAssets", "HYBRID");
            assertStrategy(response, "findSimilarAssets", "EXACT");
            assertThat(assets.lastFused()).hasValueSatisfying(query -> {
                assertThat(query.text().text()).isEqualTo(new QueryText("ora"));
                assertThat(query.vector()).isEqualTo(EmbeddingVector.normalised(new float[] {1, 0}));
                assertThat(query.minimumScore()).isEqualTo(new MinimumScore(0.5));
            });
            assertThat(assets.lastNearest()).isEmpty();
            assertThat(assets.lastMatching()).isEmpty();
        }

        @Test
        void findByWordsWhatIsNotEmbedded() {
            GraphQlTester.Response response = call(FIND, Map.of("text", "sap-new", "mode", "LEXICAL"));

            response.path("findSimilarAssets.hits[0]").matchesJsonStrictly("""
                {"stale": true, "asset": {"name": "sap-new-01"}}
                """);
        }

        @Test
        void areRefusedWhereTheSchemaKnowsNoSuchMode() {
            ResponseError error = refusal(FIND, Map.of("mode", "PSYCHIC"));

            assertThat(error.getExtensions()).containsEntry("code", "BAD_INPUT").containsKey("remedy");
            assertThat(assets.lastScope()).isEmpty();
        }

        private GraphQlTester.Response find(String mode, @Nullable Double minScore) {
            Map<String, Object> variables = new HashMap<>(Map.of("mode", mode));
            if (minScore != null) {
                variables.put("minScore", minScore);
            }
            return call(FIND, variables);
        }
    }

    @Nested
    class OfSearchesByExample {
        @Test
        void areMeaningUnlessToldOtherwise() {
            GraphQlTester.Response response = call(LIKE, Map.of("id", id(InMemoryAssets.ORACLE)));

            assertMode(response, "assetsLike", "SEMANTIC");
            assertThat(assets.lastNearest())
                    .hasValueSatisfying(query -> assertThat(query.excluded()).isEqualTo(InMemoryAssets.ORACLE.id()));
            assertThat(assets.lastMatching()).isEmpty();
            assertThat(assets.lastFused()).isEmpty();
        }

        @Test
        void reachTheIndexOfTextsWithTheWordsOfTheAsset() {
            GraphQlTester.Response response = call(LIKE, Map.of("id", id(InMemoryAssets.ORACLE), "mode", "LEXICAL"));

            assertMode(response, "assetsLike", "LEXICAL");
            assertStrategy(response, "assetsLike", "TEXT");
            assertThat(assets.lastMatching()).hasValueSatisfying(query -> {
                assertThat(query.text()).isEqualTo(LikenessText.of(InMemoryAssets.ORACLE));
                assertThat(query.excluded()).isEqualTo(InMemoryAssets.ORACLE.id());
            });
            assertThat(assets.lastNearest()).isEmpty();
            assertThat(assets.lastFused()).isEmpty();
        }

        @Test
        void reachBothWithTheWordsAndTheVectorOfTheAsset() {
            GraphQlTester.Response response =
                    call(LIKE, Map.of("id", id(InMemoryAssets.SAP), "mode", "HYBRID", "minScore", -0.5));

            assertMode(response, "assetsLike", "HYBRID");
            assertThat(assets.lastFused()).hasValueSatisfying(query -> {
                assertThat(query.text().text()).isEqualTo(LikenessText.of(InMemoryAssets.SAP));
                assertThat(query.text().excluded()).isEqualTo(InMemoryAssets.SAP.id());
                assertThat(query.vector()).isEqualTo(EmbeddingVector.normalised(new float[] {1, 1}));
                assertThat(query.minimumScore()).isEqualTo(new MinimumScore(-0.5));
            });
            assertThat(assets.lastNearest()).isEmpty();
            assertThat(assets.lastMatching()).isEmpty();
        }

        @Test
        void needAnEmbeddingUnlessTheyGoByWords() {
            String waiting = id(InMemoryAssets.NOT_EMBEDDED);

            for (String mode : new String[] {"SEMANTIC", "HYBRID"}) {
                assertThat(refusal(LIKE, Map.of("id", waiting, "mode", mode)).getExtensions())
                        .containsEntry("code", "NOT_EMBEDDED_YET")
                        .containsEntry("field", "assetId")
                        .containsKey("remedy");
            }
            call(LIKE, Map.of("id", waiting, "mode", "LEXICAL"))
                    .path("assetsLike.hits[*].asset.name")
                    .entityList(String.class)
                    .contains("sap-app-01")
                    .doesNotContain("sap-new-01");
        }

        @ParameterizedTest
        @EnumSource(SearchModePayload.class)
        void hideForeignAssetsLikeAbsentOnes(SearchModePayload mode) {
            ResponseError absent = refusal(LIKE, Map.of("id", UUID.randomUUID().toString(), "mode", mode.name()));

            assertThat(absent.getExtensions()).containsEntry("code", "ASSET_UNKNOWN");
            assertThat(refusal(LIKE, Map.of("id", id(InMemoryAssets.FOREIGN), "mode", mode.name())))
                    .isEqualTo(absent);
            assertThat(caller.refusal(
                            ERP_AGENT,
                            new HttpHeaders(),
                            LIKE,
                            Map.of("id", id(InMemoryAssets.ORACLE), "mode", mode.name())))
                    .isEqualTo(absent);
            assertThat(assets.lastScope()).isEmpty();
        }
    }

    @Nested
    class MinimumScores {
        @Test
        void areRefusedWhereNoEmbeddingIsCompared() {
            for (ResponseError error : new ResponseError[] {
                refusal(FIND, Map.of("mode", "LEXICAL", "minScore", 0.5)),
                refusal(LIKE, Map.of("id", id(InMemoryAssets.ORACLE), "mode", "LEXICAL", "minScore", 0.5))
            }) {
                assertThat(error.getExtensions())
                        .containsEntry("code", "BAD_INPUT")
                        .containsEntry("field", "minScore")
                        .containsEntry("remedy", "Leave it out, or search with the mode SEMANTIC or HYBRID.");
                assertThat(error.getMessage()).contains("LEXICAL");
            }
            assertThat(assets.lastScope()).isEmpty();
        }

        @Test
        void ofBothLeaveHitsByTheirWords() {
            call(FIND, Map.of("text", "sap-app", "mode", "HYBRID", "minScore", 0.999))
                    .path("findSimilarAssets.hits[*].asset.name")
                    .entityList(String.class)
                    .contains("ora-prod-01", "sap-app-01");
            call(FIND, Map.of("text", "sap-app", "mode", "SEMANTIC", "minScore", 0.999))
                    .path("findSimilarAssets.hits[*].asset.name")
                    .entityList(String.class)
                    .containsExactly("ora-prod-01");
        }
    }

    @Nested
    class Explanations {
        @Test
        void haveBothSidesAndTheIdentifierThatWasTyped() {
            explained("ORA-prod-01", "HYBRID", Map.of()).matchesJsonStrictly("""
                { "vector": {"rank": 1, "score": 1.0},
                  "text": {"rank": 1, "score": 3.0, "highlights": [{"field": "NAME", "passage": [
                    {"text": "ora", "match": true}, {"text": "-", "match": false}, {"text": "prod", "match": true},
                    {"text": "-", "match": false}, {"text": "01", "match": true}]}]},
                  "identifier": {"field": "NAME", "value": "ora-prod-01", "exact": true},
                  "filters": [] }
                """);
        }

        @Test
        void tellTheBeginningOfAnIdentifierFromAllOfIt() {
            explained("ora-p", "LEXICAL", Map.of()).matchesJson("""
                {"identifier": {"field": "NAME", "value": "ora-prod-01", "exact": false}}
                """);
        }

        @Test
        void leaveOutTheSideThatPlayedNoPart() {
            explained("ora", "SEMANTIC", Map.of()).matchesJsonStrictly("""
                {"vector": {"rank": 1, "score": 1.0}, "text": null, "identifier": null, "filters": []}
                """);
            explained("linux", "LEXICAL", Map.of()).matchesJsonStrictly("""
                { "vector": null,
                  "text": {"rank": 1, "score": 1.0, "highlights": [{"field": "OPERATING_SYSTEM", "passage": [
                    {"text": "Red Hat Enterprise ", "match": false}, {"text": "Linux", "match": true}]}]},
                  "identifier": null, "filters": [] }
                """);
        }

        @Test
        void nameTheValuesThatMetTheFilter() {
            Map<String, Object> filter = Map.of(
                    "environments", new String[] {"test", "production"},
                    "tags", new String[] {"tier:1", "tier:2"},
                    "attributes", new Object[] {Map.of("name", "rack", "value", "R1")},
                    "cpuCount", Map.of("min", 16));

            for (SearchModePayload mode : SearchModePayload.values()) {
                explained("ora", mode.name(), filter).matchesJson("""
                    { "filters": [
                      {"condition": "ENVIRONMENTS", "value": "Production"}, {"condition": "TAGS", "value": "tier:1"},
                      {"condition": "ATTRIBUTES", "value": "rack=R1"}, {"condition": "CPU_COUNT", "value": "16"}] }
                    """);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{ hits { explanation { text { highlights { field } } } } }",
                    "{ found: hits { why: explanation { words: text { cut: highlights { field } } } } }",
                    "{ ...Hits } } fragment Hits on SimilarAssets { hits { explanation { text { highlights { field } }"
                            + " } }",
                    "{ hits { explanation { text { ... on TextMatch { highlights { field } } } } } }"
                })
        void cutHighlightsForThoseWhoAsk(String selection) {
            caller.call(ANALYST, "{ findSimilarAssets(queryText: \"ora\") " + selection + " }");
            assertThat(assets.lastFused())
                    .hasValueSatisfying(
                            query -> assertThat(query.text().highlights()).isTrue());

            caller.call(ANALYST, "{ findSimilarAssets(queryText: \"ora\", mode: LEXICAL) " + selection + " }");
            assertThat(assets.lastMatching())
                    .hasValueSatisfying(query -> assertThat(query.highlights()).isTrue());

            String example = "assetsLike(mode: HYBRID, assetId: \"" + id(InMemoryAssets.SAP) + "\") ";
            caller.call(ANALYST, "{ " + example + selection + " }");
            assertThat(assets.lastFused())
                    .hasValueSatisfying(
                            query -> assertThat(query.text().highlights()).isTrue());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{ mode }",
                    "{ hits { score } }",
                    "{ hits { explanation { text { rank score } identifier { field } } } }",
                    "{ hits { explanation { text { rank highlights @skip(if: true) { field } } } } }"
                })
        void cutNoHighlightsForOthers(String selection) {
            caller.call(ANALYST, "{ findSimilarAssets(queryText: \"ora\") " + selection + " }");
            assertThat(assets.lastFused())
                    .hasValueSatisfying(
                            query -> assertThat(query.text().highlights()).isFalse());

            String example = "assetsLike(mode: LEXICAL, assetId: \"" + id(InMemoryAssets.SAP) + "\") ";
            caller.call(ANALYST, "{ " + example + selection + " }");
            assertThat(assets.lastMatching())
                    .hasValueSatisfying(query -> assertThat(query.highlights()).isFalse());
        }

        private GraphQlTester.Path explained(String text, String mode, Map<String, Object> filter) {
            return call(EXPLAINED, Map.of("text", text, "mode", mode, "filter", filter))
                    .path("findSimilarAssets.hits[0].explanation");
        }
    }

    @Nested
    class Completenesses {
        @Test
        void sayThatNoOtherAssetHasTheWords() {
            assertFewer(
                    "nothing-like-it",
                    "No assets of the scope that pass the filter have any of the words; all are here.");
            assertFewer("ora", "One asset of the scope that passes the filter has any of the words; all are here.");
            assertFewer("sap", "Only 2 assets of the scope that pass the filter have any of the words; all are here.");
        }

        private void assertFewer(String text, String message) {
            call(FIND, Map.of("text", text, "mode", "LEXICAL"))
                    .path("findSimilarAssets.completeness")
                    .matchesJsonStrictly("""
                        {"complete": false, "reason": "FEWER_MATCHES", "message": "%s"}
                        """.formatted(message));
        }
    }

    private GraphQlTester.Response call(String document, Map<String, Object> variables) {
        return caller.call(ANALYST, new HttpHeaders(), document, variables);
    }

    private ResponseError refusal(String document, Map<String, Object> variables) {
        return caller.refusal(ANALYST, new HttpHeaders(), document, variables);
    }

    private static String id(Asset asset) {
        return asset.id().toString();
    }

    private static void assertMode(GraphQlTester.Response response, String search, String mode) {
        response.path(search + ".mode").entity(String.class).isEqualTo(mode);
    }

    private static void assertStrategy(GraphQlTester.Response response, String search, String strategy) {
        response.path(search + ".plan.strategy").entity(String.class).isEqualTo(strategy);
    }
}
