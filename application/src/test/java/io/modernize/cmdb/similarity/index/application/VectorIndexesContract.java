package io.modernize.cmdb.similarity.index.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.embedding.application.EmbeddingWorld;
import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexHealth;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.Exclusive;
import io.modernize.cmdb.similarity.search.application.RandomVectors;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@link VectorIndexes} keeps, and the {@link SearchProfiles} that see the same indexes. */
public abstract class VectorIndexesContract {
    private static final HnswParameters PARAMETERS = new HnswParameters(8, 32);

    private final EmbeddingWorld world;
    private final TwoClients clients;
    private final VectorIndexes indexes;
    private final SearchProfiles profiles;
    private final EmbeddingSpace space;
    private final RandomVectors vectors;

    protected VectorIndexesContract(EmbeddingWorld world, VectorIndexes indexes, SearchProfiles profiles) {
        this.world = world;
        clients = world.clients();
        this.indexes = indexes;
        this.profiles = profiles;
        space = world.newSpace(16);
        vectors = new RandomVectors(world.catalog(), world.store());
    }

    @Test
    void knowsNothingOfAClientAccountBeforeItsFirstSurvey() {
        assertThat(indexes.health(clients.northwindScope(), space)).isEmpty();
        assertThat(profiles.find(clients.northwindScope(), space)).isEqualTo(SearchProfile.initial());
    }

    @Test
    void countsEverythingAsUnindexedWithoutAnIndex() {
        embed(7);

        IndexState state = survey();

        assertThat(state).isEqualTo(new IndexState(7, 7, null));
        IndexHealth health = health();
        assertThat(health.totalRows()).isEqualTo(7);
        assertThat(health.tailRows()).isEqualTo(7);
        assertThat(health.indexName()).isNull();
        assertThat(health.builtAt()).isNull();
        assertThat(health.checkedAt()).isNotNull();
    }

    @Test
    void coversWhatIsThereWhenItIsBuilt() {
        embed(7);

        IndexState.Built built = build();

        assertThat(built.rows()).isEqualTo(7);
        assertThat(built.parameters()).isEqualTo(PARAMETERS);
        assertThat(survey()).isEqualTo(new IndexState(7, 0, built));
        assertThat(health().indexName()).isEqualTo(built.name());
        assertThat(health().builtAt()).isNotNull();
        assertThat(profiles.find(clients.northwindScope(), space).index())
                .isEqualTo(new HnswIndex(built.name(), built.generation(), 7, IndexHealth.INITIAL_EF_SEARCH));
    }

    @Test
    void countsAsTailWhatIsWrittenLater() {
        embed(7);
        IndexState.Built built = build();
        embed(3);

        assertThat(survey()).isEqualTo(new IndexState(10, 3, built));
    }

    @Test
    void countsAsDeadWhatIsWrittenAnew() {
        List<AssetEmbedding> embedded = embed(7);
        build();

        vectors.writeAnew(clients.northwindScope(), space, embedded.subList(0, 2));

        IndexState state = survey();
        assertThat(state.totalRows()).isEqualTo(7);
        assertThat(state.tailRows()).isEqualTo(2);
        assertThat(state.deadRows()).isEqualTo(2);
    }

    @Test
    void replacesAnIndexByOneOverEverything() {
        embed(7);
        IndexState.Built first = build();
        embed(3);

        IndexState.Built second = build();

        assertThat(second.name()).isNotEqualTo(first.name());
        assertThat(second.generation()).isGreaterThan(first.generation());
        assertThat(survey()).isEqualTo(new IndexState(10, 0, second));
    }

    @Test
    void keepsTheKnobsOverABuild() {
        embed(7);
        build();
        profiles.save(clients.northwindScope(), space, Strategy.APPROXIMATE, 150);
        profiles.save(clients.northwindScope(), space, Strategy.QUANTISED, 800);

        build();

        SearchProfile profile = profiles.find(clients.northwindScope(), space);
        assertThat(profile.rerankCount()).isEqualTo(800);
        assertThat(Objects.requireNonNull(profile.index()).efSearch()).isEqualTo(150);
        assertThat(health().efSearch()).isEqualTo(150);
        assertThat(health().rerankCount()).isEqualTo(800);
    }

    @Test
    void setsAKnobBeforeAnythingElseIsKnown() {
        profiles.save(clients.northwindScope(), space, Strategy.QUANTISED, 100);

        assertThat(profiles.find(clients.northwindScope(), space)).isEqualTo(new SearchProfile(100, null));
        assertThat(health().checkedAt()).isNull();
    }

    @Test
    void dropsAnIndex() {
        embed(7);
        build();

        drop();

        assertThat(survey()).isEqualTo(new IndexState(7, 7, null));
        assertThat(profiles.find(clients.northwindScope(), space).index()).isNull();
    }

    @Test
    void dropsNothingWhereThereIsNothing() {
        drop();

        assertThat(survey()).isEqualTo(new IndexState(0, 0, null));
    }

    @Test
    void buildsOverNothing() {
        assertThat(build().rows()).isZero();
    }

    @Test
    void buildsAgainAfterADrop() {
        embed(2);
        IndexState.Built first = build();
        drop();

        IndexState.Built second = build();

        assertThat(second.name()).isNotEqualTo(first.name());
        assertThat(survey()).isEqualTo(new IndexState(2, 0, second));
    }

    @Test
    void letsOneChangeIndexesAtATime() {
        try (Exclusive held = exclusively(clients.northwindScope())) {
            assertThat(held).isNotNull();
            assertThat(indexes.tryExclusively(clients.northwindScope())).isEmpty();
            assertThat(indexes.tryExclusively(clients.harborScope())).isEmpty();
        }
        exclusively(clients.harborScope()).close();
    }

    @Test
    void keepsClientAccountsAndSpacesApart() {
        embed(4);
        vectors.add(clients.harborScope(), clients.cloud(), space, 2);
        EmbeddingSpace other = world.newSpace(8);
        IndexState.Built built = build();

        assertThat(indexes.survey(clients.harborScope(), space)).isEqualTo(new IndexState(2, 2, null));
        assertThat(indexes.survey(clients.northwindScope(), other)).isEqualTo(new IndexState(0, 0, null));
        assertThat(survey()).isEqualTo(new IndexState(4, 0, built));
    }

    @Test
    void standsForTheWholeClientAccountWhicheverEngagementsAreCovered() {
        embed(4);
        IndexState.Built built = build();

        assertThat(indexes.survey(clients.erpScope(), space)).isEqualTo(new IndexState(4, 0, built));
    }

    @Test
    void leavesNothingBehindThatHadToBeDropped() {
        embed(4);
        IndexState.Built built = build();

        assertThat(indexes.dropLeftovers(clients.northwindScope())).hasValue(0);
        assertThat(survey().built()).isEqualTo(built);
    }

    private List<AssetEmbedding> embed(int count) {
        return vectors.add(clients.northwindScope(), clients.exit(), space, count);
    }

    private IndexState survey() {
        return indexes.survey(clients.northwindScope(), space);
    }

    private IndexHealth health() {
        return indexes.health(clients.northwindScope(), space).orElseThrow();
    }

    private Exclusive exclusively(TenantScope scope) {
        return indexes.tryExclusively(scope).orElseThrow();
    }

    private IndexState.Built build() {
        try (Exclusive held = exclusively(clients.northwindScope())) {
            return held.build(space, PARAMETERS, BuildProgress.SILENT);
        }
    }

    private void drop() {
        try (Exclusive held = exclusively(clients.northwindScope())) {
            held.drop(space);
        }
    }
}
