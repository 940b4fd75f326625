package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.CandidateCount;
import io.modernize.cmdb.similarity.SearchPlan;
import io.modernize.cmdb.similarity.SimilarAsset;
import io.modernize.cmdb.similarity.SimilarAssets;
import io.modernize.cmdb.similarity.application.EmbeddingIndex;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.graphql.InMemoryTenancy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A few assets of both client accounts, exact search over them, and what the last search was asked. One of the assets
 * is not embedded yet.
 */
public final class InMemoryAssets {
    static final Asset ORACLE = asset(InMemoryTenancy.DATACENTRE_EXIT, "ora-prod-01", "Red Hat Enterprise Linux", 16);
    static final Asset SAP = asset(InMemoryTenancy.ERP, "sap-app-01", "SLES", 8);
    static final Asset NOT_EMBEDDED = asset(InMemoryTenancy.ERP, "sap-new-01", "SLES", 4);
    static final Asset FOREIGN = asset(InMemoryTenancy.HARBOR_CLOUD, "harbor-db-01", "Windows Server 2022", 32);

    private record Owned(
            Engagement engagement, Asset asset, @Nullable EmbeddingVector vector) {}

    private static final List<Owned> ALL = List.of(
            new Owned(InMemoryTenancy.DATACENTRE_EXIT, ORACLE, vector(1, 0)),
            new Owned(InMemoryTenancy.ERP, SAP, vector(1, 1)),
            new Owned(InMemoryTenancy.ERP, NOT_EMBEDDED, null),
            new Owned(InMemoryTenancy.HARBOR_CLOUD, FOREIGN, vector(1, 0)));

    private static final EmbeddingSpace SPACE =
            new EmbeddingSpace(new EmbeddingSpaceId(UUID.randomUUID()), "test", "test", 2, Distance.COSINE, 1);

    private @Nullable RuntimeException modelFailure;
    private @Nullable RuntimeException indexFailure;
    private SearchPlan nextPlan = new SearchPlan.Exact();
    private @Nullable TenantScope lastScope;
    private EmbeddingIndex.@Nullable NearestQuery lastQuery;

    /** Forgets failures and what was asked. */
    void reset() {
        modelFailure = null;
        indexFailure = null;
        lastScope = null;
        lastQuery = null;
        nextPlan = new SearchPlan.Exact();
    }

    /** What searches say that they did. */
    void planNext(SearchPlan plan) {
        nextPlan = plan;
    }

    void failModel(RuntimeException failure) {
        modelFailure = failure;
    }

    void failIndex(RuntimeException failure) {
        indexFailure = failure;
    }

    /** The scope of the last search; empty where no search got so far. */
    Optional<TenantScope> lastScope() {
        return Optional.ofNullable(lastScope);
    }

    Optional<EmbeddingIndex.NearestQuery> lastQuery() {
        return Optional.ofNullable(lastQuery);
    }

    public EmbeddingModel model() {
        return new EmbeddingModel() {
            @Override
            public ModelProfile profile() {
                return new ModelProfile("test", "test", 2, 1, 512);
            }

            @Override
            public List<EmbeddingVector> embedDocuments(List<String> documents) {
                throw new UnsupportedOperationException("searches embed no documents");
            }

            @Override
            public EmbeddingVector embedQuery(String query) {
                if (modelFailure != null) {
                    throw modelFailure;
                }
                return vector(1, 0);
            }
        };
    }

    public EmbeddingSpaces spaces() {
        return new EmbeddingSpaces() {
            @Override
            public EmbeddingSpace ensureActive(ModelProfile model, int templateVersion) {
                return SPACE;
            }

            @Override
            public EmbeddingSpace active() {
                return SPACE;
            }
        };
    }

    public EmbeddingIndex index() {
        return new EmbeddingIndex() {
            @Override
            public SimilarAssets nearest(TenantScope scope, NearestQuery query) {
                return nearest(scope, query, nextPlan);
            }

            @Override
            public SimilarAssets nearest(TenantScope scope, NearestQuery query, SearchPlan plan) {
                return search(scope, query, plan);
            }
        };
    }

    private SimilarAssets search(TenantScope scope, EmbeddingIndex.NearestQuery query, SearchPlan plan) {
        if (indexFailure != null) {
            throw indexFailure;
        }
        lastScope = scope;
        lastQuery = query;
        List<SimilarAsset> candidates = ALL.stream()
                .filter(owned -> visible(scope, owned))
                .filter(owned -> !owned.asset().id().equals(query.excluded()))
                .filter(owned -> query.filter().accepts(owned.asset().attributes()))
                .flatMap(owned -> owned.vector() == null
                        ? Stream.empty()
                        : Stream.of(new SimilarAsset(
                                owned.asset(), owned.vector().cosineSimilarity(query.vector()), false)))
                .sorted(Comparator.comparingDouble(SimilarAsset::score).reversed())
                .toList();
        return SimilarAssets.of(
                candidates.stream().limit(query.topK().value()).toList(),
                query.topK(),
                query.minimumScore(),
                plan,
                CandidateCount.exactly(candidates.size()));
    }

    public AssetCatalog catalog() {
        return new AssetCatalog() {
            @Override
            public Optional<Asset> find(TenantScope scope, AssetId assetId) {
                return InMemoryAssets.find(scope, assetId).map(Owned::asset);
            }

            @Override
            public List<Asset> findAll(TenantScope scope, Collection<AssetId> assetIds) {
                throw new UnsupportedOperationException("the API looks one asset up at a time");
            }

            @Override
            public List<Asset> page(TenantScope scope, EngagementId engagementId, @Nullable AssetId after, int limit) {
                throw new UnsupportedOperationException("the API lists no assets");
            }

            @Override
            public SavedAssets save(TenantScope scope, EngagementId engagementId, List<AssetDraft> drafts) {
                throw new UnsupportedOperationException("the API writes nothing");
            }
        };
    }

    public EmbeddingStore store() {
        return new EmbeddingStore() {
            @Override
            public Optional<EmbeddingVector> find(TenantScope scope, EmbeddingSpace space, AssetId assetId) {
                return InMemoryAssets.find(scope, assetId).flatMap(owned -> Optional.ofNullable(owned.vector()));
            }

            @Override
            public long countDue(TenantScope scope, EmbeddingSpace space) {
                throw new UnsupportedOperationException("searches do not embed assets");
            }

            @Override
            public List<Asset> findDue(TenantScope scope, EmbeddingSpace space, @Nullable AssetId after, int limit) {
                throw new UnsupportedOperationException("searches do not embed assets");
            }

            @Override
            public void save(TenantScope scope, EmbeddingSpace space, List<AssetEmbedding> embeddings) {
                throw new UnsupportedOperationException("searches do not embed assets");
            }

            @Override
            public long count(TenantScope scope, EmbeddingSpace space) {
                throw new UnsupportedOperationException("searches do not embed assets");
            }
        };
    }

    private static Optional<Owned> find(TenantScope scope, AssetId assetId) {
        return ALL.stream()
                .filter(owned -> owned.asset().id().equals(assetId) && visible(scope, owned))
                .findFirst();
    }

    private static boolean visible(TenantScope scope, Owned owned) {
        return owned.engagement().clientAccountId().equals(scope.clientAccountId())
                && scope.engagements().includes(owned.engagement().id());
    }

    private static EmbeddingVector vector(float... values) {
        return EmbeddingVector.normalised(values);
    }

    private static Asset asset(Engagement engagement, String name, String osName, int cpuCount) {
        AssetAttributes attributes = AssetAttributes.named(name)
                .ciClass("cmdb_ci_server")
                .environment("Production")
                .osName(osName)
                .cpuCount(cpuCount)
                // More than a 32-bit number holds, as a source that counts in bytes would write it.
                .memoryMb(68_719_476_736L)
                .storageGb(new BigDecimal("512.5"))
                .addresses(List.of("10.0.0.1"))
                .tags(List.of("tier:1"))
                .sourceAttributes(Map.of("rack", "R1"))
                .build();
        return new Asset(
                new AssetId(UUID.randomUUID()),
                engagement.id(),
                new AssetKey("servicenow", name),
                attributes,
                ContentHash.ofContent(attributes),
                Instant.parse("2026-03-01T09:30:00Z"));
    }
}
