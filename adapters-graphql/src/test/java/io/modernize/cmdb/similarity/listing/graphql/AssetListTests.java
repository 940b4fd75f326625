package io.modernize.cmdb.similarity.listing.graphql;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.CONSULTANT_OF_BOTH;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_AGENT;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR;
import static io.modernize.cmdb.api.InMemoryTenancy.NORTHWIND;
import static io.modernize.cmdb.api.InMemoryTenancy.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.search.graphql.InMemoryAssets;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

/** Lists of assets, and single ones, as callers see them. */
@SpringBootTest(classes = GraphQlTestApplication.class, properties = "spring.threads.virtual.enabled=true")
class AssetListTests {
    private static final String ASSETS = """
        query ($first: Int, $after: String, $last: Int, $before: String, $filter: AssetFilterInput, $sort: AssetSortInput,
               $prefix: String, $engagementId: ID) {
          assets(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort,
                 namePrefix: $prefix, engagementId: $engagementId) {
            edges { node { id name engagement { name } } cursor }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          } }
        """;

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryTenancy tenancy;

    @Autowired
    private InMemoryAssets assets;

    @Test
    void pagesForwardToTheEndAndBackAgain() {
        GraphQlTester.Response first = ask(ANALYST, Map.of("first", 2));
        assertThat(names(first)).containsExactly("ora-prod-01", "sap-app-01");
        assertThat(flag(first, "hasNextPage")).isTrue();
        assertThat(flag(first, "hasPreviousPage")).isFalse();

        GraphQlTester.Response second = ask(ANALYST, Map.of("first", 2, "after", cursor(first, "endCursor")));
        assertThat(names(second)).containsExactly("sap-new-01");
        assertThat(flag(second, "hasNextPage")).isFalse();
        assertThat(flag(second, "hasPreviousPage")).isTrue();

        GraphQlTester.Response back = ask(ANALYST, Map.of("last", 1, "before", cursor(second, "startCursor")));
        assertThat(names(back)).containsExactly("sap-app-01");
        assertThat(flag(back, "hasNextPage")).isTrue();
        assertThat(flag(back, "hasPreviousPage")).isTrue();

        assertThat(names(ask(ANALYST, Map.of("last", 2)))).containsExactly("sap-app-01", "sap-new-01");

        GraphQlTester.Response beyond = ask(ANALYST, Map.of("after", cursor(second, "endCursor")));
        assertThat(names(beyond)).isEmpty();
        beyond.path("assets.pageInfo.endCursor").valueIsNull();
    }

    @Test
    void sortsAndFilters() {
        Map<String, Object> byCpus = Map.of("field", "CPU_COUNT", "direction", "DESC");

        assertThat(names(ask(ANALYST, Map.of("sort", byCpus))))
                .containsExactly("ora-prod-01", "sap-app-01", "sap-new-01");
        assertThat(names(ask(ANALYST, Map.of("sort", Map.of("field", "CPU_COUNT")))))
                .containsExactly("sap-new-01", "sap-app-01", "ora-prod-01");
        assertThat(names(ask(ANALYST, Map.of("filter", Map.of("cpuCount", Map.of("min", 8))))))
                .containsExactly("ora-prod-01", "sap-app-01");
        assertThat(names(ask(ANALYST, Map.of("prefix", "SAP-")))).containsExactly("sap-app-01", "sap-new-01");
        assertThat(names(ask(ANALYST, Map.of("engagementId", ERP.id().toString()))))
                .containsExactly("sap-app-01", "sap-new-01");
    }

    /** All the same answer, whatever is wrong with the cursor. */
    @Test
    void refusesCursorsOfAnythingElseAlike() {
        Map<String, Object> sort = Map.of("field", "NAME");
        String own = cursor(ask(ANALYST, Map.of("first", 1, "sort", sort)), "endCursor");
        assertThat(names(ask(ANALYST, Map.of("sort", sort, "after", own)))).hasSize(2);
        String ofJustAnyPage =
                cursor(ask(ANALYST, Map.of("first", 1, "engagementId", ERP.id().toString())), "endCursor");
        String foreign = cursor(
                caller.call(CONSULTANT_OF_BOTH, account(HARBOR.id()), ASSETS, Map.of("first", 1, "sort", sort)),
                "endCursor");
        String ofImports = caller.call(ANALYST, "{ imports(first: 1) { pageInfo { endCursor } } }")
                .path("imports.pageInfo.endCursor")
                .entity(String.class)
                .get();

        List<Map<String, Object>> refused = List.of(
                Map.of("sort", sort, "after", foreign),
                Map.of("sort", sort, "after", ofImports),
                Map.of("sort", sort, "after", ofJustAnyPage),
                Map.of("sort", sort, "after", own + "A"),
                Map.of("sort", sort, "after", ""),
                Map.of("sort", sort, "after", "nonsense"),
                Map.of("sort", sort, "after", own, "filter", Map.of("environments", List.of("Production"))),
                Map.of("sort", sort, "after", own, "prefix", "s"),
                Map.of("sort", sort, "after", own, "engagementId", ERP.id().toString()),
                Map.of("sort", Map.of("field", "CPU_COUNT"), "after", own),
                Map.of("sort", Map.of("field", "NAME", "direction", "DESC"), "after", own));
        for (Map<String, Object> variables : refused) {
            ResponseError refusal = caller.refusal(ANALYST, new HttpHeaders(), ASSETS, variables);

            assertThat(refusal.getMessage()).as("%s", variables).isEqualTo("The cursor does not belong to this list.");
            assertThat(refusal.getExtensions())
                    .as("%s", variables)
                    .containsOnlyKeys("code", "field", "remedy")
                    .containsEntry("code", "CURSOR_INVALID")
                    .containsEntry("field", "after");
        }
    }

    @Test
    void takesACursorOfTheSameListWhateverThePageOrWhoeverAsks() {
        String own = cursor(ask(ANALYST, Map.of("first", 1)), "endCursor");

        assertThat(names(ask(ANALYST, Map.of("last", 1, "before", own)))).isEmpty();
        Map<String, Object> withNulls = new HashMap<>(Map.of("first", 1, "after", own));
        withNulls.put("filter", null);
        assertThat(names(ask(ANALYST, withNulls))).containsExactly("sap-app-01");
        assertThat(names(caller.call(
                        CONSULTANT_OF_BOTH, account(NORTHWIND.id()), ASSETS, Map.of("first", 1, "after", own))))
                .as("of the same scope")
                .containsExactly("sap-app-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "last"})
    void refusesPagesOutOfRange(String argument) {
        for (int size : new int[] {0, -1, 101}) {
            assertThat(caller.refusal(ANALYST, new HttpHeaders(), ASSETS, Map.of(argument, size))
                            .getExtensions())
                    .containsEntry("code", "BAD_INPUT")
                    .containsEntry("field", argument);
        }
    }

    @Test
    void refusesToReadBothWays() {
        assertThat(caller.refusal(ANALYST, new HttpHeaders(), ASSETS, Map.of("first", 1, "last", 1))
                        .getExtensions())
                .containsEntry("code", "BAD_INPUT")
                .containsEntry("field", "first");
    }

    @Test
    void asksForThePermissionForAllData() {
        for (PrincipalIdentity identity : List.of(VIEWER, ERP_AGENT)) {
            assertThat(caller.refusal(identity, "{ assets { edges { cursor } } }")
                            .getExtensions())
                    .containsEntry("code", "NOT_PERMITTED")
                    .containsEntry("permission", "data.full_access");
        }
        assertThat(caller.refusal(VIEWER, "{ asset(id: \"" + InMemoryAssets.SAP.id() + "\") { id } }")
                        .getExtensions())
                .containsEntry("permission", "data.vector_search");
    }

    @Test
    void countsOnlyIfAskedTo() {
        GraphQlTester.Response counted = caller.call(ANALYST, """
            { assets(first: 1) { totalCount totalCountExact
                facets { assets complete fields { field values { value count } } } } }
            """);
        counted.path("assets.totalCount").entity(Integer.class).isEqualTo(3);
        counted.path("assets.totalCountExact").entity(Boolean.class).isEqualTo(true);
        counted.path("assets.facets.assets").entity(Integer.class).isEqualTo(3);
    }

    @Test
    void looksUpOncePerLevelForAllAssetsOfAPage() {
        tenancy.takeEngagementLookUps();
        assets.takeRelationLookUps();

        caller.call(ANALYST, """
            { assets { edges { node { engagement { name } embedding { status } lastImport { id }
                relatedAssets { total related { asset { engagement { name } relatedAssets(first: 5) { total } } } } } } } }
            """)
                .path("assets.edges[*].node.embedding.status")
                .entityList(String.class)
                .containsExactly("CURRENT", "CURRENT", "MISSING");

        assertThat(assets.takeRelationLookUps()).as("one for each level").isEqualTo(2);
        assertThat(tenancy.takeEngagementLookUps()).isLessThanOrEqualTo(3);
    }

    @Test
    void showsOneAssetWithWhatIsAroundIt() {
        GraphQlTester.Response answer = one(ANALYST, InMemoryAssets.SAP);

        answer.path("asset").matchesJson("""
            { "name": "sap-app-01", "engagement": { "name": "ERP renewal" },
              "embedding": { "status": "CURRENT", "refusal": null }, "lastImport": null,
              "relatedAssets": { "total": 1, "related": [ { "direction": "OUTGOING", "type": "Runs on::Runs",
                  "asset": { "name": "sap-new-01" } } ] },
              "similar": { "hits": [ { "asset": { "name": "ora-prod-01" } } ] } }
            """);
        one(ANALYST, InMemoryAssets.NOT_EMBEDDED).path("asset.similar").valueIsNull();
    }

    @Test
    void showsNothingOfAnAssetOutsideTheScope() {
        String absent = "{ asset(id: \"" + UUID.randomUUID() + "\") { name similar { candidates } } }";
        caller.call(ERP_AGENT, absent).path("asset").valueIsNull();
        for (Asset hidden : List.of(InMemoryAssets.FOREIGN, InMemoryAssets.ORACLE)) {
            one(ERP_AGENT, hidden).path("asset").valueIsNull();
        }
        one(ERP_AGENT, InMemoryAssets.SAP)
                .path("asset.similar.hits[*].asset.name")
                .entityList(String.class)
                .hasSize(0);
    }

    @Test
    void namesTheFieldOfABadId() {
        assertThat(caller.refusal(ANALYST, "{ asset(id: \"1-1-1-1-1\") { id } }")
                        .getExtensions())
                .containsEntry("code", "BAD_INPUT")
                .containsEntry("field", "id");
    }

    @Test
    void hasRoomForAFewSearchesOnly() {
        assertThat(caller.refusal(ANALYST, "{ assets(first: 20) { edges { node { similar { candidates } } } } }")
                        .getExtensions())
                .containsEntry("code", "QUERY_TOO_COMPLEX");
        caller.call(ANALYST, "{ assets(first: 5) { edges { node { similar { candidates } } } } }")
                .path("assets.edges")
                .entityList(Object.class)
                .hasSize(3);
    }

    private GraphQlTester.Response one(PrincipalIdentity identity, Asset asset) {
        return caller.call(identity, """
            { asset(id: "%s") { name engagement { name } embedding { status refusal } lastImport { fileName }
                relatedAssets { total related { direction type asset { name } } }
                similar(topK: 1) { hits { asset { name } } } } }
            """.formatted(asset.id()));
    }

    private GraphQlTester.Response ask(PrincipalIdentity identity, Map<String, Object> variables) {
        return caller.call(identity, new HttpHeaders(), ASSETS, variables);
    }

    private static HttpHeaders account(Object id) {
        return GraphQlCaller.header("X-Client-Account-Id", id);
    }

    private static List<String> names(GraphQlTester.Response response) {
        return response.path("assets.edges[*].node.name")
                .entityList(String.class)
                .get();
    }

    private static boolean flag(GraphQlTester.Response response, String name) {
        return response.path("assets.pageInfo." + name).entity(Boolean.class).get();
    }

    private static String cursor(GraphQlTester.Response response, String name) {
        return response.path("assets.pageInfo." + name).entity(String.class).get();
    }
}
