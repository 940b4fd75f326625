package io.modernize.cmdb.similarity.details.graphql;

import static io.modernize.cmdb.api.InMemoryTenancy.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.similarity.search.graphql.InMemoryAssets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What sources said of assets is looked up for those who ask for it, and for all assets of a request together. */
@SpringBootTest(classes = GraphQlTestApplication.class)
class SourceAttributesTests {
    private static final String ATTRIBUTES = "sourceAttributes { name value }";

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryAssets assets;

    @BeforeEach
    void forget() {
        assets.reset();
        assets.takeSourceLookUps();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ findSimilarAssets(queryText: \"prod\") { hits { asset { %s } } } }",
                "{ findSimilarAssets(queryText: \"prod\", mode: SEMANTIC) { hits { asset { %s } } } }",
                "{ assets { edges { node { %s } } } }",
                "{ assets(first: 2) { edges { node { relatedAssets(first: 2) { related { asset { %s } } } } } } }"
            })
    void areLookedUpOnceWhereAskedFor(String query) {
        caller.call(ADMINISTRATOR, query.formatted("name")).errors().verify();
        assertThat(assets.takeSourceLookUps()).isZero();

        caller.call(ADMINISTRATOR, query.formatted(ATTRIBUTES)).errors().verify();
        assertThat(assets.takeSourceLookUps()).isEqualTo(1);
    }

    @Test
    void areThoseOfTheAsset() {
        caller.call(ADMINISTRATOR, "{ asset(id: \"%s\") { %s } }".formatted(InMemoryAssets.ORACLE.id(), ATTRIBUTES))
                .path("asset.sourceAttributes")
                .matchesJsonStrictly("[{\"name\": \"rack\", \"value\": \"R1\"}]");
    }
}
