package io.modernize.cmdb.similarity.search.graphql;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.inventory.Asset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

/** Facets are those of the assets that a search chose from. */
@SpringBootTest(classes = GraphQlTestApplication.class)
class FacetsTests {
    private static final String ANSWER = "{ candidates facets { assets fields { values { value } } } }";
    private static final String TEXT = """
        query ($mode: SearchMode) { findSimilarAssets(queryText: "sap", mode: $mode) %s }
        """.formatted(ANSWER);
    private static final String LIKE = """
        query ($id: ID!, $mode: SearchMode) { assetsLike(assetId: $id, mode: $mode) %s }
        """.formatted(ANSWER);
    private static final String SIMILAR = """
        query ($id: ID!, $mode: SearchMode) { asset(id: $id) { similar(mode: $mode) %s } }
        """.formatted(ANSWER);

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryAssets assets;

    @BeforeEach
    void forget() {
        assets.reset();
    }

    @Test
    void ofASearchByExampleCountTheOthersByItsMode() {
        assertThat(counted(LIKE, "assetsLike", InMemoryAssets.SAP, SearchModePayload.SEMANTIC))
                .containsExactly("ora-prod-01");
        assertThat(counted(LIKE, "assetsLike", InMemoryAssets.SAP, SearchModePayload.LEXICAL))
                .containsExactlyInAnyOrder("sap-new-01", "ora-prod-01");
        assertThat(counted(LIKE, "assetsLike", InMemoryAssets.NOT_EMBEDDED, SearchModePayload.LEXICAL))
                .containsExactlyInAnyOrder("sap-app-01", "ora-prod-01");
        assertThat(counted(LIKE, "assetsLike", InMemoryAssets.SAP, SearchModePayload.HYBRID))
                .as("as of a search by text, those with any of the words")
                .containsExactlyInAnyOrder("sap-new-01", "ora-prod-01");
    }

    @ParameterizedTest
    @EnumSource
    void ofOneAssetsLikesCountTheSame(SearchModePayload mode) {
        assertThat(counted(SIMILAR, "asset.similar", InMemoryAssets.SAP, mode))
                .isEqualTo(counted(LIKE, "assetsLike", InMemoryAssets.SAP, mode))
                .doesNotContain("sap-app-01");
    }

    @ParameterizedTest
    @EnumSource(names = "HYBRID", mode = EnumSource.Mode.EXCLUDE)
    void addUpToTheCandidates(SearchModePayload mode) {
        Map.of("findSimilarAssets", TEXT, "assetsLike", LIKE, "asset.similar", SIMILAR)
                .forEach((field, query) -> {
                    GraphQlTester.Response answer = call(query, InMemoryAssets.SAP, mode);
                    assertThat(number(answer, field + ".facets.assets"))
                            .as(field)
                            .isEqualTo(number(answer, field + ".candidates"));
                });
    }

    private static int number(GraphQlTester.Response answer, String path) {
        return answer.path(path).entity(Integer.class).get();
    }

    private List<String> counted(String query, String field, Asset asset, SearchModePayload mode) {
        GraphQlTester.Response answer = call(query, asset, mode);
        List<String> values = answer.path(field + ".facets.fields[0].values[*].value")
                .entityList(String.class)
                .get();
        assertThat(values).hasSize(number(answer, field + ".facets.assets"));
        return values;
    }

    private GraphQlTester.Response call(String query, Asset asset, SearchModePayload mode) {
        return caller.call(
                ANALYST, new HttpHeaders(), query, Map.of("id", asset.id().toString(), "mode", mode.name()));
    }
}
