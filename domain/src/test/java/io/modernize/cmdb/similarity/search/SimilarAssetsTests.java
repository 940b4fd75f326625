package io.modernize.cmdb.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.similarity.duplicates.Assets;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SimilarAssetsTests {
    private static final CandidateCount NINE = CandidateCount.exactly(9);
    private static final MinimumScore HALF = new MinimumScore(0.5);

    private static final SimilarAsset HIT =
            new SimilarAsset(Assets.of(AssetAttributes.named("n")), 0, false, new HitExplanation(null, null, null));

    @Test
    void ofEmbeddingsLeavesOutWhatScoresTooLittle() {
        SimilarAssets found = SimilarAssets.of(hits(0.9, 0.5, 0.4), new TopK(3), HALF, new SearchPlan.Exact(), NINE);

        assertThat(found.hits()).extracting(SimilarAsset::score).containsExactly(0.9, 0.5);
        assertThat(found.completeness()).isEqualTo(new Completeness.BelowMinimumScore(HALF));
        assertThat(found.candidates()).isEqualTo(NINE);
    }

    @Test
    void ofEmbeddingsSaysWhyThereAreFewer() {
        assertThat(SimilarAssets.of(hits(0.9, 0.6), new TopK(2), HALF, new SearchPlan.Exact(), NINE)
                        .completeness())
                .isEqualTo(new Completeness.Complete());
        assertThat(SimilarAssets.of(hits(0.9, 0.6), new TopK(3), HALF, new SearchPlan.Exact(), NINE)
                        .completeness())
                .isEqualTo(new Completeness.FewerCandidates(2));
    }

    @Test
    void ofMatchesSaysHowManyThereAre() {
        SimilarAssets all = SimilarAssets.ofMatches(hits(7, 3), new TopK(2), NINE);
        SimilarAssets fewer = SimilarAssets.ofMatches(hits(7, 3), new TopK(3), CandidateCount.exactly(2));

        assertThat(all.completeness()).isEqualTo(new Completeness.Complete());
        assertThat(all.plan()).isEqualTo(new SearchPlan.Text());
        assertThat(all.candidates()).isEqualTo(NINE);
        assertThat(fewer.completeness()).isEqualTo(new Completeness.FewerMatches(2));
    }

    @Test
    void ofBothSaysWhyThereAreFewer() {
        SearchPlan plan = new SearchPlan.Quantised(400);

        assertThat(SimilarAssets.ofFused(hits(0.03), new TopK(1), HALF, plan, NINE))
                .extracting(SimilarAssets::completeness, SimilarAssets::plan, SimilarAssets::candidates)
                .containsExactly(new Completeness.Complete(), plan, NINE);
        assertThat(SimilarAssets.ofFused(hits(0.03), new TopK(2), HALF, plan, NINE)
                        .completeness())
                .isEqualTo(new Completeness.BelowMinimumScore(HALF));
        assertThat(SimilarAssets.ofFused(hits(0.03), new TopK(2), MinimumScore.NONE, plan, NINE)
                        .completeness())
                .isEqualTo(new Completeness.FewerCandidates(1));
    }

    /** Scores below any cosine: a minimum score is nothing to compare fused ones with. */
    @Test
    void ofBothLeavesOutNothing() {
        assertThat(SimilarAssets.ofFused(hits(0.03, 0.01), new TopK(2), HALF, new SearchPlan.Exact(), NINE)
                        .hits())
                .hasSize(2);
    }

    private static List<SimilarAsset> hits(double... scores) {
        return DoubleStream.of(scores)
                .mapToObj(score -> new SimilarAsset(HIT.asset(), score, HIT.stale(), HIT.explanation()))
                .toList();
    }
}
