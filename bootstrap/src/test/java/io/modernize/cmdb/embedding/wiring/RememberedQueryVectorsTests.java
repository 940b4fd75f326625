package io.modernize.cmdb.embedding.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RememberedQueryVectorsTests {
    private static final ClientAccountId NORTHWIND = new ClientAccountId(UUID.randomUUID());
    private static final TenantScope NORTHWIND_SCOPE = TenantScope.forJob(NORTHWIND);
    private static final TenantScope HARBOR_SCOPE = TenantScope.forJob(new ClientAccountId(UUID.randomUUID()));

    private static final EmbeddingSpace SPACE = space(RecordingModel.PROFILE);

    private final RecordingModel model = new RecordingModel();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RememberedQueryVectors vectors = remembering(100, Duration.ofHours(1));

    @Test
    void embedsATextOnce() {
        EmbeddingVector first = vectors.of(NORTHWIND_SCOPE, SPACE, "web shop");

        assertThat(vectors.of(NORTHWIND_SCOPE, SPACE, "web shop")).isEqualTo(first);
        assertThat(vectors.of(NORTHWIND_SCOPE, SPACE, "web shops")).isNotEqualTo(first);
        assertThat(model.asked).containsExactly("web shop", "web shops");
    }

    @Test
    void sharesWithAllEngagementsOfAClientAccount() {
        vectors.of(NORTHWIND_SCOPE, SPACE, "web shop");
        vectors.of(TenantScope.forJob(NORTHWIND, new EngagementId(UUID.randomUUID())), SPACE, "web shop");

        assertThat(model.asked).containsExactly("web shop");
    }

    @Test
    void asksAnewForAnotherClientAccount() {
        vectors.of(NORTHWIND_SCOPE, SPACE, "web shop");
        vectors.of(HARBOR_SCOPE, SPACE, "web shop");

        assertThat(model.asked).containsExactly("web shop", "web shop");
    }

    @Test
    void doesNotRememberFailures() {
        EmbeddingUnavailableException failure = new EmbeddingUnavailableException(Reason.UNREACHABLE, "down");
        model.failure = failure;
        assertThatThrownBy(() -> vectors.of(NORTHWIND_SCOPE, SPACE, "web shop")).isSameAs(failure);
        model.failure = null;

        assertThat(vectors.of(NORTHWIND_SCOPE, SPACE, "web shop")).isEqualTo(model.vectorOf("web shop"));
        assertThat(model.asked).containsExactly("web shop", "web shop");
    }

    @Test
    void neverAnswersWithAnotherModelsVector() {
        vectors.of(NORTHWIND_SCOPE, SPACE, "web shop");
        model.profile = new ModelProfile("test", "other", 3, 1, 512);

        assertThat(vectors.of(NORTHWIND_SCOPE, space(model.profile), "web shop").dimensions())
                .isEqualTo(3);
        assertThat(model.asked).hasSize(2);
    }

    @Test
    void keepsNoMoreThanTold() {
        RememberedQueryVectors few = remembering(10, Duration.ofHours(1));
        for (int i = 0; i < 50; i++) {
            few.of(NORTHWIND_SCOPE, SPACE, "text " + i);
        }
        model.asked.clear();

        for (int i = 0; i < 50; i++) {
            few.of(NORTHWIND_SCOPE, SPACE, "text " + i);
        }

        assertThat(model.asked).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void remembersNothingWhereToldSo() {
        for (RememberedQueryVectors none :
                List.of(remembering(0, Duration.ofHours(1)), remembering(10, Duration.ZERO))) {
            model.asked.clear();
            none.of(NORTHWIND_SCOPE, SPACE, "web shop");
            none.of(NORTHWIND_SCOPE, SPACE, "web shop");

            assertThat(model.asked).hasSize(2);
        }
    }

    @Test
    void refusesBoundsThatCannotBe() {
        Duration hour = Duration.ofHours(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueryVectorProperties(-1, hour))
                .withMessageContaining("cmdb.embedding.query-cache.max-entries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueryVectorProperties(1_000_001, hour))
                .withMessageContaining("cmdb.embedding.query-cache.max-entries");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueryVectorProperties(1, hour.negated()))
                .withMessageContaining("cmdb.embedding.query-cache.max-age");
    }

    @Test
    void countsWhatItRemembered() {
        vectors.of(NORTHWIND_SCOPE, SPACE, "web shop");
        vectors.of(NORTHWIND_SCOPE, SPACE, "web shop");
        vectors.of(NORTHWIND_SCOPE, SPACE, "web shop");
        vectors.of(HARBOR_SCOPE, SPACE, "web shop");

        assertThat(counted("hit")).isEqualTo(2);
        assertThat(counted("miss")).isEqualTo(2);
    }

    private double counted(String result) {
        return metrics.get("cache.gets")
                .tag("cache", "cmdb.embedding.query.vectors")
                .tag("result", result)
                .functionCounter()
                .count();
    }

    private RememberedQueryVectors remembering(int maxEntries, Duration maxAge) {
        VectorCache cache = new VectorCache(maxEntries, maxAge, Ticker.systemTicker());
        if (maxEntries == 100) {
            // Meters of a second cache of the same name would not replace those of the first.
            cache.monitor(metrics, "cmdb.embedding.query.vectors");
        }
        EmbeddingModels models = new EmbeddingModels(model, Optional.empty());
        return new RememberedQueryVectors(models, new QueryPlaces(models, Optional::empty), cache);
    }

    private static EmbeddingSpace space(ModelProfile profile) {
        return new EmbeddingSpace(
                new EmbeddingSpaceId(UUID.randomUUID()),
                profile.provider(),
                profile.model(),
                profile.dimensions(),
                Distance.COSINE,
                1);
    }

    /** Writes down what it was asked. */
    private static final class RecordingModel implements EmbeddingModel {
        private final List<String> asked = new ArrayList<>();
        private static final ModelProfile PROFILE = new ModelProfile("test", "test", 2, 1, 512);

        private ModelProfile profile = PROFILE;
        private @Nullable EmbeddingUnavailableException failure;

        @Override
        public ModelProfile profile() {
            return profile;
        }

        @Override
        public List<EmbeddingVector> embedDocuments(List<String> documents) {
            throw new UnsupportedOperationException("queries are no documents");
        }

        @Override
        public EmbeddingVector embedQuery(String query) {
            asked.add(query);
            if (failure != null) {
                throw failure;
            }
            return vectorOf(query);
        }

        EmbeddingVector vectorOf(String query) {
            float[] values = new float[profile.dimensions()];
            values[0] = 1;
            values[1] = query.length();
            return EmbeddingVector.normalised(values);
        }
    }
}
