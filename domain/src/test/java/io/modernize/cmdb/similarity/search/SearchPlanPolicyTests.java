package io.modernize.cmdb.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.SearchProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPlanPolicyTests {
    private static final TopK TEN = new TopK(10);
    private static final SearchProfile WITHOUT_INDEX = SearchProfile.initial();
    private static final SearchProfile WITH_INDEX = new SearchProfile(400, new HnswIndex("hnsw", 3, 134_000, 100));

    private final SearchPlanPolicy policy = new SearchPlanPolicy(SearchCosts.MEASURED, 3_000);

    @ParameterizedTest
    @CsvSource({"384, 0", "384, 400", "384, 800", "1536, 600", "4000, 450"})
    void comparesEveryVectorOfFewCandidates(int dimensions, long candidates) {
        assertThat(policy.choose(dimensions, TEN, CandidateCount.exactly(candidates), WITHOUT_INDEX))
                .isEqualTo(new SearchPlan.Exact());
    }

    @ParameterizedTest
    @CsvSource({"384, 1100", "1536, 800", "4000, 600"})
    void comparesCodesOfMoreWhereThereIsNoIndex(int dimensions, long candidates) {
        assertThat(policy.choose(dimensions, TEN, CandidateCount.exactly(candidates), WITHOUT_INDEX))
                .isEqualTo(new SearchPlan.Quantised(400));
    }

    @Test
    void comparesCodesOfAnyNumberWhereThereIsNoIndex() {
        assertThat(policy.choose(384, TEN, CandidateCount.atLeast(3_001), WITHOUT_INDEX))
                .isEqualTo(new SearchPlan.Quantised(400));
    }

    @Test
    void searchesTheIndexForManyCandidates() {
        assertThat(policy.choose(384, TEN, CandidateCount.atLeast(3_001), WITH_INDEX))
                .isEqualTo(new SearchPlan.Approximate("hnsw", 100));
    }

    @Test
    void avoidsAnIndexScanThatWouldPassThousandsOfRejectedEntries() {
        // 1 % of 134,000: a scan passes a thousand entries to find ten that the filter accepts.
        assertThat(policy.choose(384, TEN, CandidateCount.exactly(1_340), WITH_INDEX))
                .isNotInstanceOf(SearchPlan.Approximate.class);
    }

    @Test
    void searchesTheIndexOfASmallerClientUnderTheSameNumberOfCandidates() {
        SearchProfile smaller = new SearchProfile(400, new HnswIndex("hnsw", 0, 5_000, 60));

        assertThat(policy.choose(384, TEN, CandidateCount.exactly(1_340), smaller))
                .isEqualTo(new SearchPlan.Approximate("hnsw", 60));
    }

    @Test
    void prefersToCompareAFewVectorsToAnIndexScan() {
        assertThat(policy.choose(384, TEN, CandidateCount.exactly(130), WITH_INDEX))
                .isEqualTo(new SearchPlan.Exact());
    }

    @ParameterizedTest
    @CsvSource({"1, 400, 100", "10, 400, 100", "11, 440, 110", "100, 4000, 1000"})
    void looksAtMoreCandidatesForMoreHits(int topK, int rerankCount, int efSearch) {
        assertThat(policy.quantised(new TopK(topK), WITH_INDEX)).isEqualTo(new SearchPlan.Quantised(rerankCount));
        assertThat(policy.approximate(new TopK(topK), new HnswIndex("hnsw", 0, 1, 100)))
                .isEqualTo(new SearchPlan.Approximate("hnsw", efSearch));
    }

    @Test
    void keepsTheKnobsInsideTheirBounds() {
        SearchProfile highest = new SearchProfile(8_000, null);

        assertThat(policy.quantised(new TopK(100), highest))
                .isEqualTo(new SearchPlan.Quantised(SearchProfile.MAX_RERANK_COUNT));
        assertThat(policy.approximate(new TopK(100), new HnswIndex("hnsw", 0, 1, 400)))
                .isEqualTo(new SearchPlan.Approximate("hnsw", HnswIndex.MAX_EF_SEARCH));
    }

    @Test
    void neverChoosesAnIndexThatIsNotThere() {
        for (long candidates = 0; candidates <= 3_000; candidates += 50) {
            for (int dimensions : new int[] {3, 384, 1_536, 4_000}) {
                assertThat(policy.choose(dimensions, TEN, CandidateCount.exactly(candidates), WITHOUT_INDEX))
                        .isNotInstanceOf(SearchPlan.Approximate.class);
            }
        }
    }

    @Test
    void needsALimitToCountTo() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SearchPlanPolicy(SearchCosts.MEASURED, 0));
    }
}
