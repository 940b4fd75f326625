package io.modernize.cmdb.similarity.search.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TextMatch;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.tenancy.TenantScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindSimilarAssetsTests {
    private final SearchWorld world = new SearchWorld();
    private final FindSimilarAssets find = new FindSimilarAssets(
            (scope, space, query) -> world.model.embedQuery(query), world.spaces, world.index, world.texts);

    @BeforeEach
    void createAssets() {
        world.saveFourAndEmbed();
    }

    @Test
    void findsWhatTheTextSpeaksOf() {
        assertThat(SearchWorld.names(find(world.clients.exitScope(), "oracle database billing", 1)))
                .containsExactly("ora");
        assertThat(SearchWorld.names(find(world.clients.exitScope(), "laser printer", 1)))
                .containsExactly("prn");
    }

    @Test
    void looksInsideTheScopeOnly() {
        assertThat(SearchWorld.names(find(world.clients.northwindScope(), "oracle database", 10)))
                .containsExactlyInAnyOrder("ora", "prn", "erp");
        assertThat(SearchWorld.names(find(world.clients.erpScope(), "oracle database", 10)))
                .containsExactly("erp");
        assertThat(SearchWorld.names(find(world.clients.harborScope(), "oracle database", 10)))
                .containsExactly("foreign");
    }

    @Test
    void appliesTheFilter() {
        AssetFilter printers = AssetFilter.of(AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, "PRN"));

        assertThat(SearchWorld.names(find.find(new SimilarAssetsQuery(
                        world.clients.northwindScope(),
                        new QueryText("oracle"),
                        SearchMode.SEMANTIC,
                        new TopK(5),
                        printers,
                        MinimumScore.NONE,
                        false))))
                .containsExactly("prn");
    }

    @Test
    void embedsTheTextOnceAsAQuery() {
        int before = world.model.documentCalls();

        find(world.clients.northwindScope(), "oracle", 5);

        assertThat(world.model.queryCalls()).isEqualTo(1);
        assertThat(world.model.documentCalls()).isEqualTo(before);
    }

    @Test
    void passesOnThatTheModelIsUnavailable() {
        EmbeddingUnavailableException failure =
                new EmbeddingUnavailableException(EmbeddingUnavailableException.Reason.UNREACHABLE, "down");
        world.model.failNext(1, failure);

        assertThatThrownBy(() -> find(world.clients.northwindScope(), "oracle", 5))
                .isSameAs(failure);
    }

    @Test
    void findsByWordsWithoutTheModel() {
        world.model.failNext(
                1, new EmbeddingUnavailableException(EmbeddingUnavailableException.Reason.UNREACHABLE, "down"));

        SimilarAssets found = find(world.clients.northwindScope(), "laser oracle", SearchMode.LEXICAL, 5);

        assertThat(SearchWorld.names(found)).containsExactlyInAnyOrder("prn", "ora", "erp");
        assertThat(found.plan()).isEqualTo(new SearchPlan.Text());
        assertThat(world.model.queryCalls()).isZero();
    }

    @Test
    void findsByWordsAndMeaningTogether() {
        world.save(world.clients.northwindScope(), world.clients.exit(), "fresh", "laser printer");

        SimilarAssets found = find(world.clients.northwindScope(), "laser printer", SearchMode.HYBRID, 5);

        assertThat(SearchWorld.names(found)).startsWith("prn").contains("fresh", "ora", "erp");
        assertThat(found.hits().getFirst().explanation().vector()).isNotNull();
        assertThat(found.hits().getFirst().explanation().text()).isNotNull();
        assertThat(world.model.queryCalls()).isEqualTo(1);
    }

    @Test
    void tellsWhereTheWordsStandWhereAsked() {
        for (boolean highlights : new boolean[] {true, false}) {
            TextMatch match = find.find(new SimilarAssetsQuery(
                            world.clients.exitScope(),
                            new QueryText("laser"),
                            SearchMode.LEXICAL,
                            new TopK(5),
                            AssetFilter.none(),
                            MinimumScore.NONE,
                            highlights))
                    .hits()
                    .getFirst()
                    .explanation()
                    .text();

            assertThat(match)
                    .isNotNull()
                    .satisfies(text -> assertThat(text.fields()).hasSize(highlights ? 1 : 0));
        }
    }

    private SimilarAssets find(TenantScope scope, String text, int topK) {
        return find(scope, text, SearchMode.SEMANTIC, topK);
    }

    private SimilarAssets find(TenantScope scope, String text, SearchMode mode, int topK) {
        return find.find(new SimilarAssetsQuery(
                scope, new QueryText(text), mode, new TopK(topK), AssetFilter.none(), MinimumScore.NONE, false));
    }
}
