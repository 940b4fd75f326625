package io.modernize.cmdb.similarity.search.graphql;

import static io.modernize.cmdb.api.GraphQlCaller.header;
import static io.modernize.cmdb.api.InMemoryTenancy.ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.CONSULTANT_OF_BOTH;
import static io.modernize.cmdb.api.InMemoryTenancy.DATACENTRE_EXIT;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_AGENT;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR_CLOUD;
import static io.modernize.cmdb.api.InMemoryTenancy.NORTHWIND;
import static io.modernize.cmdb.api.InMemoryTenancy.STRANGER;
import static io.modernize.cmdb.api.InMemoryTenancy.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.OsFamily;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.NumberRange;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** On virtual threads, as in production: the caller's identity must follow onto them. */
@SpringBootTest(classes = GraphQlTestApplication.class, properties = "spring.threads.virtual.enabled=true")
class SimilaritySearchTests {
    private static final String SEARCH = """
        query Search($text: String = "database", $topK: Int, $filter: AssetFilterInput, $engagementId: ID) {
          findSimilarAssets(queryText: $text, topK: $topK, filter: $filter, engagementId: $engagementId) {
            hits { asset { name } engagement { slug } }
          }
        }
        """;
    private static final String LIKE =
            "query Like($id: ID!) { assetsLike(assetId: $id) { hits { score asset { name } engagement { slug } } } }";
    private static final String PLAN =
            "{ findSimilarAssets(queryText: \"x\") { plan { strategy settings { indexName efSearch rerankCount } } } }";
    private static final HttpHeaders NO_HEADERS = new HttpHeaders();

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryAssets assets;

    @Autowired
    private InMemoryTenancy tenancy;

    @BeforeEach
    void setUp() {
        assets.reset();
        tenancy.takeEngagementLookUps();
    }

    @Nested
    class Answers {
        @Test
        void carryEveryFieldOfTheSchema() {
            GraphQlTester.Response response = caller.call(ANALYST, """
                { findSimilarAssets(queryText: "ora", topK: 1, filter: {tags: ["tier:1"]}) {
                    mode plan { strategy }
                    candidates candidatesExact completeness { complete reason message }
                    hits { score stale engagement { id slug name }
                      explanation { vector { rank score } text { rank score highlights { field passage { text match } } }
                        identifier { field value exact } filters { condition value } }
                      asset {
                      id sourceSystem externalKey name ciClass description environment hostName fqdn osName osVersion
                      osFamily cpuCount memoryMib storageGib location owner supportGroup status operationalStatus
                      serialNumber assetTag addresses tags sourceAttributes { name value } updatedAt } } } }
                """);

            response.path("findSimilarAssets")
                    .matchesJsonStrictly("""
                        { "mode": "HYBRID", "plan": {"strategy": "EXACT"},
                          "candidates": 2, "candidatesExact": true,
                          "completeness": {"complete": true, "reason": null, "message": null},
                          "hits": [{ "score": 0.04098360655737705, "stale": false,
                            "engagement": {"id": "%s", "slug": "datacentre-exit", "name": "Datacentre exit"},
                            "explanation": { "vector": {"rank": 1, "score": 1.0},
                              "text": {"rank": 1, "score": 1.0, "highlights": [{"field": "NAME", "passage": [
                                {"text": "ora", "match": true}, {"text": "-prod-01", "match": false}]}]},
                              "identifier": {"field": "NAME", "value": "ora-prod-01", "exact": false},
                              "filters": [{"condition": "TAGS", "value": "tier:1"}] },
                            "asset": { "id": "%s", "sourceSystem": "servicenow", "externalKey": "ora-prod-01",
                              "name": "ora-prod-01", "ciClass": "cmdb_ci_server", "description": null,
                              "environment": "Production", "hostName": null, "fqdn": null,
                              "osName": "Red Hat Enterprise Linux", "osVersion": null, "osFamily": "LINUX",
                              "cpuCount": 16, "memoryMib": 68719476736, "storageGib": 512.5, "location": null,
                              "owner": null, "supportGroup": null, "status": null, "operationalStatus": null,
                              "serialNumber": null, "assetTag": null, "addresses": ["10.0.0.1"],
                              "tags": ["tier:1"], "sourceAttributes": [{"name": "rack", "value": "R1"}],
                              "updatedAt": "2026-03-01T09:30:00Z" } }] }
                        """.formatted(DATACENTRE_EXIT.id(), InMemoryAssets.ORACLE.id()));
        }

        @Test
        void sayWhichIndexWasSearchedAndHowFar() {
            assets.planNext(new SearchPlan.Approximate("cmdb_hnsw_x", 120));
            caller.call(ADMINISTRATOR, PLAN).path("findSimilarAssets.plan").matchesJsonStrictly("""
                {"strategy": "APPROXIMATE", "settings": {"indexName": "cmdb_hnsw_x", "efSearch": 120, "rerankCount": null}}
                """);
            assets.planNext(new SearchPlan.Quantised(400));
            caller.call(ADMINISTRATOR, PLAN).path("findSimilarAssets.plan").matchesJsonStrictly("""
                {"strategy": "QUANTISED", "settings": {"indexName": null, "efSearch": null, "rerankCount": 400}}
                """);
        }

        @Test
        void keepTheSettingsOfASearchFromThoseWhoOnlySearch() {
            assets.planNext(new SearchPlan.Approximate("cmdb_hnsw_x", 120));
            GraphQlTester.Response response = caller.call(ANALYST, PLAN);

            response.errors()
                    .satisfy(errors -> assertThat(errors)
                            .singleElement()
                            .satisfies(error -> assertThat(error.getExtensions())
                                    .containsEntry("code", "NOT_PERMITTED")
                                    .containsEntry("permission", "account.manage")));
            response.path("findSimilarAssets.plan").matchesJsonStrictly("""
                {"strategy": "APPROXIMATE", "settings": null}
                """);
        }

        @Test
        void leaveOutWhatScoresLessThanTheMinimum() {
            caller.call(ANALYST, """
                { findSimilarAssets(queryText: "x", minScore: 0.999) {
                    candidates completeness { complete reason message } } }
                """).path("findSimilarAssets").matchesJsonStrictly("""
                    { "candidates": 2, "completeness": {"complete": false, "reason": "BELOW_MINIMUM_SCORE",
                      "message": "All other candidates score less than 0.999."} }
                    """);
        }

        @Test
        void refuseAMinimumThatNoScoreCanReach() {
            caller.call(ANALYST, "{ findSimilarAssets(queryText: \"x\", minScore: 1.5) { candidates } }")
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .singleElement()
                            .satisfies(error -> assertThat(error.getMessage()).contains("minScore")));
        }

        @Test
        void compareAnExampleWithThoseThatPassTheFilter() {
            caller.call(ANALYST, """
                { assetsLike(assetId: "%s", filter: {environments: ["nowhere"]}) { candidates } }
                """.formatted(InMemoryAssets.ORACLE.id()))
                    .path("assetsLike.candidates")
                    .entity(Integer.class)
                    .isEqualTo(0);
        }

        @Test
        void sayWhyThereAreFewerHitsThanAskedFor() {
            GraphQlTester.Response response = caller.call(
                    ANALYST, "{ findSimilarAssets(queryText: \"x\") { completeness { complete reason message } } }");

            response.path("findSimilarAssets.completeness.complete")
                    .entity(Boolean.class)
                    .isEqualTo(false);
            response.path("findSimilarAssets.completeness.reason")
                    .entity(String.class)
                    .isEqualTo("FEWER_CANDIDATES");
            response.path("findSimilarAssets.completeness.message")
                    .entity(String.class)
                    .satisfies(message -> assertThat(message).contains("2 embedded assets"));
        }

        @Test
        void lookEngagementsUpOnceForAllHits() {
            caller.call(ANALYST, """
                { findSimilarAssets(queryText: "x") { hits { engagement { slug } again: engagement { name } } } }
                """)
                    .path("findSimilarAssets.hits")
                    .entityList(Object.class)
                    .hasSize(2);

            assertThat(tenancy.takeEngagementLookUps()).isEqualTo(1);
        }

        @Test
        void lookNoEngagementUpWhereNobodyAsks() {
            caller.call(ANALYST, "{ findSimilarAssets(queryText: \"x\") { hits { score } } }")
                    .path("findSimilarAssets.hits")
                    .hasValue();

            assertThat(tenancy.takeEngagementLookUps()).isZero();
        }

        @Test
        void areTheLikesOfAnAssetWithoutItself() {
            call(ANALYST, LIKE, Map.of("id", InMemoryAssets.ORACLE.id().toString()))
                    .path("assetsLike.hits[*].asset.name")
                    .entityList(String.class)
                    .containsExactly("sap-app-01");
        }
    }

    @Nested
    class Scopes {
        @Test
        void areTheMembersOwn() {
            call(ERP_AGENT, SEARCH, Map.of())
                    .path("findSimilarAssets.hits[*].asset.name")
                    .entityList(String.class)
                    .containsExactly("sap-app-01");

            assertThat(assets.lastScope()).contains(TenantScope.forJob(NORTHWIND.id(), ERP.id()));
        }

        @Test
        void coverTheWholeClientAccountOfAMemberWithoutRestriction() {
            call(ANALYST, SEARCH, Map.of());

            assertThat(assets.lastScope()).contains(TenantScope.forJob(NORTHWIND.id()));
        }

        @Test
        void followTheClientAccountHeaderOfAMemberOfBoth() {
            caller.call(CONSULTANT_OF_BOTH, header("X-Client-Account-Id", HARBOR.id()), SEARCH, Map.of())
                    .path("findSimilarAssets.hits[*].asset.name")
                    .entityList(String.class)
                    .containsExactly("harbor-db-01");

            assertThat(assets.lastScope()).contains(TenantScope.forJob(HARBOR.id()));
        }

        @Test
        void areNarrowedByHeaderOrArgumentOrBothAlike() {
            TenantScope erp = TenantScope.forJob(NORTHWIND.id(), ERP.id());
            HttpHeaders header = header("X-Engagement-Id", ERP.id());
            Map<String, Object> argument = Map.of("engagementId", ERP.id().toString());

            caller.call(ANALYST, header, SEARCH, Map.of());
            assertThat(assets.lastScope()).contains(erp);
            assets.reset();
            caller.call(ANALYST, NO_HEADERS, SEARCH, argument);
            assertThat(assets.lastScope()).contains(erp);
            assets.reset();
            caller.call(ANALYST, header, SEARCH, argument);
            assertThat(assets.lastScope()).contains(erp);
        }

        @Test
        void areNotGuessedWhereHeaderAndArgumentDiffer() {
            ResponseError error = caller.refusal(
                    ANALYST,
                    header("X-Engagement-Id", ERP.id()),
                    SEARCH,
                    Map.of("engagementId", DATACENTRE_EXIT.id().toString()));

            assertRefused(error, "BAD_INPUT", "engagementId");
        }

        @Test
        void hideForeignEngagementsLikeAbsentOnes() {
            ResponseError foreign = refusal(
                    ANALYST, SEARCH, Map.of("engagementId", HARBOR_CLOUD.id().toString()));
            ResponseError absent = refusal(
                    ANALYST, SEARCH, Map.of("engagementId", UUID.randomUUID().toString()));

            assertRefused(foreign, "ENGAGEMENT_UNKNOWN", "engagementId");
            assertThat(foreign).isEqualTo(absent);
        }

        @Test
        void hideForeignAssetsLikeAbsentOnes() {
            ResponseError foreign = refusal(
                    ANALYST, LIKE, Map.of("id", InMemoryAssets.FOREIGN.id().toString()));
            ResponseError absent =
                    refusal(ANALYST, LIKE, Map.of("id", UUID.randomUUID().toString()));
            ResponseError outsideTheMembership = refusal(
                    ERP_AGENT, LIKE, Map.of("id", InMemoryAssets.ORACLE.id().toString()));

            assertRefused(foreign, "ASSET_UNKNOWN", "assetId");
            assertThat(foreign).isEqualTo(absent).isEqualTo(outsideTheMembership);
        }

        @Test
        void areRefusedToStrangersViewersAndTheUndecided() {
            assertThat(refusal(STRANGER, SEARCH, Map.of()).getExtensions()).containsEntry("code", "NOT_A_MEMBER");
            assertThat(refusal(VIEWER, SEARCH, Map.of()).getExtensions())
                    .containsEntry("code", "NOT_PERMITTED")
                    .containsEntry("permission", "data.vector_search");
            assertThat(refusal(CONSULTANT_OF_BOTH, SEARCH, Map.of()).getExtensions())
                    .containsEntry("code", "CLIENT_ACCOUNT_CHOICE_NEEDED");
            assertThat(assets.lastScope()).isEmpty();
        }
    }

    @Nested
    class Inputs {
        @Test
        void becomeTheQuery() {
            call(
                    ANALYST,
                    SEARCH,
                    Map.of(
                            "topK",
                            7,
                            "filter",
                            Map.ofEntries(
                                    Map.entry("ciClasses", List.of("a")),
                                    Map.entry("environments", List.of("b")),
                                    Map.entry("osFamilies", List.of("LINUX", "HP_UX")),
                                    Map.entry("locations", List.of("c")),
                                    Map.entry("statuses", List.of("d")),
                                    Map.entry("supportGroups", List.of("e")),
                                    Map.entry("tags", List.of("f", "g", "f")),
                                    Map.entry("attributes", List.of(Map.of("name", "rack", "value", "R1"))),
                                    Map.entry("cpuCount", Map.of("min", 2, "max", 8)),
                                    Map.entry("memoryMib", Map.of("min", 8_589_934_592L)),
                                    Map.entry("storageGib", Map.of("max", 0.5)))));

            assertThat(assets.lastFused()).hasValueSatisfying(query -> {
                assertThat(query.text().topK()).isEqualTo(new TopK(7));
                assertThat(query.text().filter())
                        .isEqualTo(AssetFilter.of(
                                AssetCondition.oneOf(AssetAttribute.CI_CLASS, "a"),
                                AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, "b"),
                                AssetCondition.osFamilies(Set.of(OsFamily.LINUX, OsFamily.HP_UX)),
                                AssetCondition.oneOf(AssetAttribute.LOCATION, "c"),
                                AssetCondition.oneOf(AssetAttribute.STATUS, "d"),
                                AssetCondition.oneOf(AssetAttribute.SUPPORT_GROUP, "e"),
                                AssetCondition.oneOf(AssetAttribute.TAGS, "f", "g"),
                                AssetCondition.sourceAttributes(Map.of("rack", "R1")),
                                AssetCondition.within(
                                        AssetAttribute.CPU_COUNT,
                                        new NumberRange(BigDecimal.valueOf(2.0), BigDecimal.valueOf(8.0))),
                                AssetCondition.within(
                                        AssetAttribute.MEMORY_MIB,
                                        new NumberRange(BigDecimal.valueOf(8_589_934_592.0), null)),
                                AssetCondition.within(
                                        AssetAttribute.STORAGE_GIB, new NumberRange(null, new BigDecimal("0.5")))));
            });
        }

        @Test
        void haveDefaults() {
            caller.call(ANALYST, "{ findSimilarAssets(queryText: \" x \") { candidates } }");

            assertThat(assets.lastFused()).hasValueSatisfying(query -> {
                assertThat(query.text().topK()).isEqualTo(new TopK(5));
                assertThat(query.text().filter()).isEqualTo(AssetFilter.none());
            });
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 101, Integer.MAX_VALUE})
        void refuseTopKOutOfRange(int topK) {
            assertRefused(refusal(ANALYST, SEARCH, Map.of("topK", topK)), "BAD_INPUT", "topK");
        }

        @Test
        void refuseQueryTextsThatCannotBeEmbedded() {
            for (String text : List.of("", " \n ", "x".repeat(2_001))) {
                assertRefused(refusal(ANALYST, SEARCH, Map.of("text", text)), "BAD_INPUT", "queryText");
            }
            // Of what no database can hold the variable is named.
            assertRefused(refusal(ANALYST, SEARCH, Map.of("text", "a\0b")), "BAD_INPUT", "text");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "ora-prod-01", "1-1-1-1-1"})
        void refuseMalformedIdentifiers(String id) {
            assertRefused(refusal(ANALYST, LIKE, Map.of("id", id)), "BAD_INPUT", "assetId");
            assertRefused(refusal(ANALYST, SEARCH, Map.of("engagementId", id)), "BAD_INPUT", "engagementId");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ciClasses", "environments", "locations", "statuses", "supportGroups", "tags"})
        void refuseLongListsAndNulInFilters(String list) {
            assertRefused(
                    refusal(ANALYST, SEARCH, Map.of("filter", Map.of(list, Collections.nCopies(101, "x")))),
                    "BAD_INPUT",
                    "filter." + list);
            assertRefused(
                    refusal(ANALYST, SEARCH, Map.of("filter", Map.of(list, List.of("a\0b")))),
                    "BAD_INPUT",
                    "filter." + list);
        }

        @Test
        void refuseTooManyOrRepeatedAttributesAndFamilies() {
            Map<String, String> rack = Map.of("name", "rack", "value", "R1");

            assertRefused(
                    refusal(ANALYST, SEARCH, Map.of("filter", Map.of("attributes", List.of(rack, rack)))),
                    "BAD_INPUT",
                    "filter.attributes");
            assertRefused(
                    refusal(ANALYST, SEARCH, Map.of("filter", Map.of("attributes", Collections.nCopies(101, rack)))),
                    "BAD_INPUT",
                    "filter.attributes");
            assertRefused(
                    refusal(ANALYST, SEARCH, Map.of("filter", Map.of("osFamilies", Collections.nCopies(101, "AIX")))),
                    "BAD_INPUT",
                    "filter.osFamilies");
        }

        @ParameterizedTest
        @ValueSource(strings = {"cpuCount", "memoryMib", "storageGib"})
        void refuseRangesTheWrongWayRound(String range) {
            assertRefused(
                    refusal(ANALYST, SEARCH, Map.of("filter", Map.of(range, Map.of("min", 2, "max", 1)))),
                    "BAD_INPUT",
                    "filter." + range);
        }

        @Test
        void refuseFiltersThatTheSchemaDoesNotKnow() {
            ResponseError error = refusal(ANALYST, SEARCH, Map.of("filter", Map.of("colour", "red")));

            assertThat(error.getExtensions()).containsEntry("code", "BAD_INPUT").containsKey("remedy");
            assertThat(error.getMessage()).contains("colour");
        }
    }

    @Nested
    class Failures {
        @Test
        void tellApartAnAssetThatWaitsForItsEmbedding() {
            assertRefused(
                    refusal(
                            ANALYST,
                            LIKE,
                            Map.of("id", InMemoryAssets.NOT_EMBEDDED.id().toString())),
                    "NOT_EMBEDDED_YET",
                    "assetId");
        }

        @ParameterizedTest
        @EnumSource(Reason.class)
        void ofTheModelSayWhatToDoAndNothingOfTheProvider(Reason reason) {
            assets.failModel(new EmbeddingUnavailableException(
                    reason, "POST https://provider.internal said 500", Duration.ofSeconds(30), null));

            ResponseError error = refusal(ANALYST, SEARCH, Map.of());

            assertThat(error.getExtensions())
                    .containsEntry("code", "SEARCH_UNAVAILABLE")
                    .containsEntry("retryAfterSeconds", 30L)
                    .containsKeys("remedy", "reason");
            assertThat(error.toString()).doesNotContain("provider.internal").doesNotContain(reason.name());
        }

        @Test
        void thatNobodyExpectedShowARequestIdAndNoText() {
            assets.failIndex(new IllegalStateException("ERROR: relation \"asset\" at 10.0.0.5; SELECT secret"));

            ResponseError error = refusal(ANALYST, SEARCH, Map.of());

            assertThat(error.getExtensions()).containsEntry("code", "INTERNAL").containsKeys("remedy", "requestId");
            assertThat(error.toString())
                    .doesNotContain("secret")
                    .doesNotContain("10.0.0.5")
                    .doesNotContain("IllegalState");
        }
    }

    private GraphQlTester.Response call(PrincipalIdentity identity, String document, Map<String, Object> variables) {
        return caller.call(identity, NO_HEADERS, document, variables);
    }

    private ResponseError refusal(PrincipalIdentity identity, String document, Map<String, Object> variables) {
        return caller.refusal(identity, NO_HEADERS, document, variables);
    }

    private static void assertRefused(ResponseError error, String code, String field) {
        assertThat(error.getExtensions())
                .containsEntry("code", code)
                .containsEntry("field", field)
                .containsKey("remedy");
    }
}
