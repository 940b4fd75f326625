package io.modernize.cmdb.similarity.search.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.NumberRange;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentSurveysTests {
    private static final Survey SURVEY = new Survey(CandidateCount.exactly(7), SearchProfile.initial());

    private final RecentSurveys surveys = new RecentSurveys(new SurveyProperties(Duration.ofMinutes(10)));
    private final ClientAccountId client = new ClientAccountId(UUID.randomUUID());
    private final TenantScope scope = TenantScope.forJob(client);
    private final EmbeddingSpace space = space();

    @Test
    void knowsWhatTheSameScopeAskedForAMomentAgo() {
        surveys.keep(scope, query(space, AssetFilter.none(), null), SURVEY);

        assertThat(surveys.of(TenantScope.forJob(client), query(space, AssetFilter.none(), null)))
                .contains(SURVEY);
    }

    @Test
    void tellsNothingToAnotherClientEngagementOrSpace() {
        NearestQuery query = query(space, AssetFilter.none(), null);
        surveys.keep(scope, query, SURVEY);

        assertThat(surveys.of(TenantScope.forJob(new ClientAccountId(UUID.randomUUID())), query))
                .isEmpty();
        assertThat(surveys.of(TenantScope.forJob(client, new EngagementId(UUID.randomUUID())), query))
                .isEmpty();
        assertThat(surveys.of(scope, query(space(), AssetFilter.none(), null))).isEmpty();
    }

    @Test
    void keepsNothingThatAFilterOrAnExampleNarrows() {
        AssetFilter filter =
                AssetFilter.of(AssetCondition.within(AssetAttribute.CPU_COUNT, new NumberRange(BigDecimal.ONE, null)));
        surveys.keep(scope, query(space, filter, null), SURVEY);
        surveys.keep(scope, query(space, AssetFilter.none(), new AssetId(UUID.randomUUID())), SURVEY);

        assertThat(surveys.of(scope, query(space, AssetFilter.none(), null))).isEmpty();
        assertThat(surveys.of(scope, query(space, filter, null))).isEmpty();
    }

    @Test
    void keepsNothingWhereNothingMayBeOld() {
        RecentSurveys none = new RecentSurveys(new SurveyProperties(Duration.ZERO));
        none.keep(scope, query(space, AssetFilter.none(), null), SURVEY);

        assertThat(none.of(scope, query(space, AssetFilter.none(), null))).isEmpty();
    }

    private static EmbeddingSpace space() {
        return new EmbeddingSpace(new EmbeddingSpaceId(UUID.randomUUID()), "test", "test", 3, Distance.COSINE, 1);
    }

    private static NearestQuery query(EmbeddingSpace space, AssetFilter filter, @Nullable AssetId excluded) {
        EmbeddingVector vector = EmbeddingVector.normalised(new float[] {1, 2, 3});
        return new NearestQuery(space, vector, new TopK(5), filter, MinimumScore.NONE, excluded);
    }
}
