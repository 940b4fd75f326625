package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexHealth;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Indexes that remember which vectors they were built over, and speed up nothing. */
public final class InMemoryVectorIndexes implements VectorIndexes, SearchProfiles {
    private final InMemoryAssetCatalog catalog;
    private final EmbeddingStore store;
    private final Clock clock;
    private final Map<Place, Entry> entries = new HashMap<>();
    private boolean taken;
    private int builds;

    private record Place(ClientAccountId clientAccountId, EmbeddingSpaceId spaceId) {}

    private static final class Entry {
        private int generation;
        private int efSearch = IndexHealth.INITIAL_EF_SEARCH;
        private int rerankCount = SearchProfile.DEFAULT_RERANK_COUNT;
        private IndexState.@Nullable Built built;
        private @Nullable Instant builtAt;
        private Map<AssetId, EmbeddingVector> covered = Map.of();
        private @Nullable IndexState surveyed;
        private @Nullable Instant checkedAt;
    }

    public InMemoryVectorIndexes(InMemoryAssetCatalog catalog, EmbeddingStore store, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
    }

    /** How many indexes were built so far. */
    public int builds() {
        return builds;
    }

    @Override
    public IndexState survey(TenantScope scope, EmbeddingSpace space) {
        Entry entry = entry(scope, space);
        Map<AssetId, EmbeddingVector> present = vectors(scope, space);
        long covered = present.entrySet().stream()
                .filter(vector -> Objects.equals(vector.getValue(), entry.covered.get(vector.getKey())))
                .count();
        IndexState state = new IndexState(present.size(), present.size() - covered, entry.built);
        entry.surveyed = state;
        entry.checkedAt = clock.instant();
        return state;
    }

    private Map<AssetId, EmbeddingVector> vectors(TenantScope scope, EmbeddingSpace space) {
        TenantScope all = TenantScope.forJob(scope.clientAccountId());
        return catalog.all(all)
                .filter(asset -> store.find(all, space, asset.id()).isPresent())
                .collect(Collectors.toMap(
                        asset -> asset.id(),
                        asset -> store.find(all, space, asset.id()).orElseThrow()));
    }

    private Entry entry(TenantScope scope, EmbeddingSpace space) {
        return entries.computeIfAbsent(new Place(scope.clientAccountId(), space.id()), place -> new Entry());
    }

    @Override
    public Optional<IndexHealth> health(TenantScope scope, EmbeddingSpace space) {
        return Optional.ofNullable(entries.get(new Place(scope.clientAccountId(), space.id())))
                .map(entry -> new IndexHealth(
                        entry.surveyed == null ? 0 : entry.surveyed.totalRows(),
                        entry.surveyed == null ? 0 : entry.surveyed.tailRows(),
                        entry.built == null ? null : entry.built.name(),
                        entry.builtAt,
                        entry.efSearch,
                        entry.rerankCount,
                        entry.checkedAt));
    }

    @Override
    public Optional<Exclusive> tryExclusively(TenantScope scope) {
        if (taken) {
            return Optional.empty();
        }
        taken = true;
        return Optional.of(new Session(scope));
    }

    @Override
    public OptionalInt dropLeftovers(TenantScope scope) {
        return OptionalInt.of(0);
    }

    @Override
    public SearchProfile find(TenantScope scope, EmbeddingSpace space) {
        Entry entry = entry(scope, space);
        return new SearchProfile(
                entry.rerankCount,
                entry.built == null
                        ? null
                        : new HnswIndex(
                                entry.built.name(), entry.built.generation(), entry.built.rows(), entry.efSearch));
    }

    @Override
    public void save(TenantScope scope, EmbeddingSpace space, Strategy strategy, int knob) {
        Entry entry = entry(scope, space);
        switch (strategy) {
            case QUANTISED -> entry.rerankCount = knob;
            case APPROXIMATE -> entry.efSearch = knob;
        }
    }

    private final class Session implements Exclusive {
        private final TenantScope scope;

        private Session(TenantScope scope) {
            this.scope = scope;
        }

        @Override
        public IndexState.Built build(EmbeddingSpace space, HnswParameters parameters, BuildProgress progress) {
            Entry entry = entry(scope, space);
            int generation = entry.generation++;
            entry.covered = vectors(scope, space);
            entry.built = new IndexState.Built("hnsw_" + ++builds, generation, entry.covered.size(), parameters);
            entry.builtAt = clock.instant();
            progress.report("building index", entry.covered.size(), entry.covered.size());
            return entry.built;
        }

        @Override
        public void drop(EmbeddingSpace space) {
            Entry entry = entry(scope, space);
            entry.built = null;
            entry.builtAt = null;
            entry.covered = Map.of();
        }

        @Override
        public void close() {
            taken = false;
        }
    }
}
