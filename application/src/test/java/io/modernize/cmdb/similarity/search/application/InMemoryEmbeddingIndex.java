package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.search.HitExplanation;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Undoable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings in a map, compared one by one in full precision: the oracle that other indexes' recall is measured by.
 * Knows assets from a catalog.
 */
public final class InMemoryEmbeddingIndex implements EmbeddingStore, EmbeddingIndex, Undoable {
    private static final HitExplanation UNRANKED = new HitExplanation(null, null, null);

    private final InMemoryAssetCatalog catalog;
    private final Map<Place, AssetEmbedding> embeddings = new HashMap<>();

    private record Place(ClientAccountId clientAccountId, EmbeddingSpaceId spaceId, AssetId assetId) {}

    public InMemoryEmbeddingIndex(InMemoryAssetCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public long countDue(TenantScope scope, EmbeddingSpace space) {
        return due(scope, space).count();
    }

    @Override
    public List<Asset> findDue(TenantScope scope, EmbeddingSpace space, @Nullable AssetId after, int limit) {
        return due(scope, space)
                .filter(asset -> after == null || InMemoryAssetCatalog.ID_ORDER.compare(asset.id(), after) > 0)
                .limit(limit)
                .toList();
    }

    private Stream<Asset> due(TenantScope scope, EmbeddingSpace space) {
        return catalog.all(scope).filter(asset -> {
            AssetEmbedding embedding = embedding(scope, space, asset.id());
            return embedding == null || isStale(asset, embedding);
        });
    }

    private static boolean isStale(Asset asset, AssetEmbedding embedding) {
        return !embedding.contentHash().equals(asset.contentHash());
    }

    @Override
    public void save(TenantScope scope, EmbeddingSpace space, List<AssetEmbedding> added) {
        added.forEach(embedding -> requireDimensions(space, embedding.vector()));
        added.stream()
                .filter(embedding -> catalog.find(scope, embedding.assetId())
                        .filter(asset -> asset.engagementId().equals(embedding.engagementId()))
                        .isPresent())
                .forEach(embedding ->
                        embeddings.put(new Place(scope.clientAccountId(), space.id(), embedding.assetId()), embedding));
    }

    @Override
    public Optional<EmbeddingVector> find(TenantScope scope, EmbeddingSpace space, AssetId assetId) {
        return catalog.find(scope, assetId)
                .map(asset -> embedding(scope, space, asset.id()))
                .map(AssetEmbedding::vector);
    }

    @Override
    public long count(TenantScope scope, EmbeddingSpace space) {
        return catalog.all(scope)
                .filter(asset -> embedding(scope, space, asset.id()) != null)
                .count();
    }

    @Override
    public SimilarAssets nearest(TenantScope scope, NearestQuery query) {
        return nearest(scope, query, new SearchPlan.Exact());
    }

    /** Exact, whatever the plan. */
    @Override
    public SimilarAssets nearest(TenantScope scope, NearestQuery query, SearchPlan plan) {
        requireDimensions(query.space(), query.vector());
        List<SimilarAsset> candidates = catalog.all(scope)
                .filter(asset -> !asset.id().equals(query.excluded()))
                .filter(asset -> query.filter().accepts(asset.attributes()))
                .flatMap(asset -> Stream.ofNullable(embedding(scope, query.space(), asset.id()))
                        .map(embedding -> new SimilarAsset(
                                asset,
                                embedding.vector().cosineSimilarity(query.vector()),
                                isStale(asset, embedding),
                                UNRANKED)))
                .sorted(Comparator.comparingDouble(SimilarAsset::score)
                        .reversed()
                        .thenComparing(SimilarAsset::asset, Asset.BY_NAME_AND_KEY))
                .toList();
        return SimilarAssets.of(
                IntStream.range(0, Math.min(candidates.size(), query.topK().value()))
                        .mapToObj(i -> ranked(candidates.get(i), i + 1))
                        .toList(),
                query.topK(),
                query.minimumScore(),
                plan,
                CandidateCount.exactly(candidates.size()));
    }

    private static SimilarAsset ranked(SimilarAsset hit, int rank) {
        return new SimilarAsset(hit.asset(), hit.score(), hit.stale(), HitExplanation.ofVector(rank, hit.score()));
    }

    private @Nullable AssetEmbedding embedding(TenantScope scope, EmbeddingSpace space, AssetId assetId) {
        return embeddings.get(new Place(scope.clientAccountId(), space.id(), assetId));
    }

    private static void requireDimensions(EmbeddingSpace space, EmbeddingVector vector) {
        if (vector.dimensions() != space.dimensions()) {
            throw new IllegalArgumentException(
                    "a vector of " + vector.dimensions() + " dimensions lies outside the space " + space);
        }
    }

    @Override
    public Runnable undo() {
        Map<Place, AssetEmbedding> before = new HashMap<>(embeddings);
        return () -> {
            embeddings.clear();
            embeddings.putAll(before);
        };
    }
}
