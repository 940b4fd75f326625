package io.modernize.cmdb.similarity.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.index.application.VectorSamples;
import io.modernize.cmdb.similarity.index.application.VectorSamples.StoredVector;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How many of an asset's ten nearest neighbours in one embedding space are among its ten nearest in another. */
public final class NeighbourOverlap {
    private static final TopK TOP_K = new TopK(10);

    private final EmbeddingStore store;
    private final EmbeddingIndex index;
    private final VectorSamples samples;

    public NeighbourOverlap(EmbeddingStore store, EmbeddingIndex index, VectorSamples samples) {
        this.store = store;
        this.index = index;
        this.samples = samples;
    }

    /**
     * The share of common neighbours of each sampled asset that is embedded in both spaces and has neighbours, 0 to 1.
     *
     * @param count most assets
     * @param seed the same one draws the same sample from the same data
     */
    List<Double> shares(TenantScope scope, EmbeddingSpace from, EmbeddingSpace to, int count, long seed) {
        List<Double> shares = new ArrayList<>();
        for (StoredVector sample : samples.draw(scope, from, count, seed)) {
            store.find(scope, to, sample.assetId())
                    .flatMap(vector -> share(scope, from, sample, to, vector))
                    .ifPresent(shares::add);
        }
        return shares;
    }

    /** Empty for an asset without neighbours. */
    private Optional<Double> share(
            TenantScope scope, EmbeddingSpace from, StoredVector sample, EmbeddingSpace to, EmbeddingVector vector) {
        Set<AssetId> before = neighbours(scope, from, sample.vector(), sample.assetId());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Set<AssetId> common = new HashSet<>(neighbours(scope, to, vector, sample.assetId()));
        common.retainAll(before);
        return Optional.of((double) common.size() / before.size());
    }

    private Set<AssetId> neighbours(TenantScope scope, EmbeddingSpace space, EmbeddingVector vector, AssetId assetId) {
        return index
                .nearest(scope, new NearestQuery(space, vector, TOP_K, AssetFilter.none(), MinimumScore.NONE, assetId))
                .hits()
                .stream()
                .map(hit -> hit.asset().id())
                .collect(Collectors.toSet());
    }
}
