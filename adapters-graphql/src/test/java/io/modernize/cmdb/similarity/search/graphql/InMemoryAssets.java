package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingStates;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.RelatedAssets;
import io.modernize.cmdb.inventory.application.SourceAttributes;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.listing.application.AssetFacets;
import io.modernize.cmdb.similarity.listing.application.AssetLists;
import io.modernize.cmdb.similarity.listing.application.InMemoryAssetLists;
import io.modernize.cmdb.similarity.search.Highlights;
import io.modernize.cmdb.similarity.search.HitExplanation;
import io.modernize.cmdb.similarity.search.IdentifierMatch;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.ReciprocalRankFusion;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TextMatch;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.VectorMatch;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A few assets of both client accounts, exact search over them, by words too, and what the last searches were. One of the assets
 * is not embedded yet.
 */
public final class InMemoryAssets {
    public static final Asset ORACLE =
            asset(InMemoryTenancy.DATACENTRE_EXIT, "ora-prod-01", "Red Hat Enterprise Linux", 16);
    public static final Asset SAP = asset(InMemoryTenancy.ERP, "sap-app-01", "SLES", 8);
    public static final Asset NOT_EMBEDDED = asset(InMemoryTenancy.ERP, "sap-new-01", "SLES", 4);
    public static final Asset FOREIGN = asset(InMemoryTenancy.HARBOR_CLOUD, "harbor-db-01", "Windows Server 2022", 32);

    private record Owned(
            Engagement engagement, Asset asset, @Nullable EmbeddingVector vector) {}

    private static final List<Owned> ALL = List.of(
            new Owned(InMemoryTenancy.DATACENTRE_EXIT, ORACLE, vector(1, 0)),
            new Owned(InMemoryTenancy.ERP, SAP, vector(1, 1)),
            new Owned(InMemoryTenancy.ERP, NOT_EMBEDDED, null),
            new Owned(InMemoryTenancy.HARBOR_CLOUD, FOREIGN, vector(1, 0)));

    private static final EmbeddingSpace SPACE =
            new EmbeddingSpace(new EmbeddingSpaceId(UUID.randomUUID()), "test", "test", 2, Distance.COSINE, 1);

    private static final Comparator<SimilarAsset> IDENTIFIERS_FIRST = Comparator.comparing(
                    (SimilarAsset hit) -> hit.explanation().identifier() == null)
            .thenComparing(Comparator.comparingDouble(SimilarAsset::score).reversed());

    private int relationLookUps;
    private int sourceLookUps;
    private @Nullable RuntimeException modelFailure;
    private @Nullable RuntimeException indexFailure;
    private SearchPlan nextPlan = new SearchPlan.Exact();
    private @Nullable TenantScope lastScope;
    private EmbeddingIndex.@Nullable NearestQuery lastNearest;
    private TextIndex.@Nullable TextQuery lastMatching;
    private TextIndex.@Nullable FusedQuery lastFused;

    /** Forgets failures and what was asked. */
    public void reset() {
        modelFailure = null;
        indexFailure = null;
        lastScope = null;
        lastNearest = null;
        lastMatching = null;
        lastFused = null;
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

    /** What the last search by embeddings alone was; empty where there was none. */
    Optional<EmbeddingIndex.NearestQuery> lastNearest() {
        return Optional.ofNullable(lastNearest);
    }

    /** What the last search by words alone was; empty where there was none. */
    Optional<TextIndex.TextQuery> lastMatching() {
        return Optional.ofNullable(lastMatching);
    }

    /** What the last search by both was; empty where there was none. */
    Optional<TextIndex.FusedQuery> lastFused() {
        return Optional.ofNullable(lastFused);
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

    public ActiveSpaces spaces() {
        return scope -> SPACE;
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
        begin(scope);
        lastNearest = query;
        List<SimilarAsset> candidates = nearest(candidates(scope, query.filter(), query.excluded()), query.vector());
        return SimilarAssets.of(
                candidates.stream().limit(query.topK().value()).toList(),
                query.topK(),
                query.minimumScore(),
                plan,
                CandidateCount.exactly(candidates.size()));
    }

    /** Embedded or not. */
    public AssetLists lists() {
        return new InMemoryAssetLists(scope -> ALL.stream()
                .filter(owned -> visible(scope, owned))
                .map(Owned::asset)
                .toList());
    }

    /** SAP is the parent of the asset that is not embedded. */
    public RelatedAssets relations() {
        return (scope, assets, limit) -> {
            relationLookUps++;
            Map<AssetId, RelatedAssets.Neighbours> related = new LinkedHashMap<>();
            relate(scope, assets, SAP, NOT_EMBEDDED, RelatedAssets.Direction.OUTGOING, related);
            relate(scope, assets, NOT_EMBEDDED, SAP, RelatedAssets.Direction.INCOMING, related);
            return related;
        };
    }

    private static void relate(
            TenantScope scope,
            Collection<AssetId> assets,
            Asset of,
            Asset other,
            RelatedAssets.Direction direction,
            Map<AssetId, RelatedAssets.Neighbours> related) {
        if (assets.contains(of.id()) && scope.engagements().includes(of.engagementId())) {
            related.put(
                    of.id(),
                    new RelatedAssets.Neighbours(
                            List.of(new RelatedAssets.Neighbour(other.id(), direction, "Runs on::Runs")), 1));
        }
    }

    /** How often somebody has asked for relations since the last call. */
    public int takeRelationLookUps() {
        int lookUps = relationLookUps;
        relationLookUps = 0;
        return lookUps;
    }

    public SourceAttributes sourceAttributes() {
        return (scope, ids) -> {
            sourceLookUps++;
            return ALL.stream()
                    .filter(owned ->
                            visible(scope, owned) && ids.contains(owned.asset().id()))
                    .collect(Collectors.toMap(
                            owned -> owned.asset().id(),
                            owned -> owned.asset().attributes().sourceAttributes()));
        };
    }

    /** How often attributes of sources were looked up since this was asked last. */
    public int takeSourceLookUps() {
        int lookUps = sourceLookUps;
        sourceLookUps = 0;
        return lookUps;
    }

    public EmbeddingStates states() {
        return (scope, space, assets) -> ALL.stream()
                .filter(owned ->
                        visible(scope, owned) && assets.contains(owned.asset().id()))
                .collect(Collectors.toMap(
                        owned -> owned.asset().id(),
                        owned -> owned.vector() == null
                                ? new EmbeddingStates.State(EmbeddingStates.Status.MISSING, null, null)
                                : new EmbeddingStates.State(
                                        EmbeddingStates.Status.CURRENT,
                                        owned.asset().updatedAt(),
                                        null)));
    }

    /** Words are found as parts of names and operating systems, and each counts one. */
    public TextIndex texts() {
        return new TextIndex() {
            @Override
            public SimilarAssets matching(TenantScope scope, TextQuery query) {
                begin(scope);
                lastMatching = query;
                List<SimilarAsset> matches = InMemoryAssets.matching(scope, query);
                return SimilarAssets.ofMatches(
                        matches.stream().limit(query.topK().value()).toList(),
                        query.topK(),
                        CandidateCount.exactly(matches.size()));
            }

            @Override
            public SimilarAssets fused(TenantScope scope, FusedQuery query) {
                begin(scope);
                lastFused = query;
                return fuse(scope, query);
            }
        };
    }

    private SimilarAssets fuse(TenantScope scope, TextIndex.FusedQuery query) {
        TextIndex.TextQuery text = query.text();
        List<SimilarAsset> nearest = nearest(candidates(scope, text.filter(), text.excluded()), query.vector());
        Map<AssetId, SimilarAsset> near = byId(nearest.stream()
                .filter(hit -> hit.score() >= query.minimumScore().value())
                .toList());
        Map<AssetId, SimilarAsset> matching = byId(matching(scope, text));
        List<SimilarAsset> fused = Stream.concat(near.keySet().stream(), matching.keySet().stream())
                .distinct()
                .map(id -> fused(near.get(id), matching.get(id)))
                .sorted(IDENTIFIERS_FIRST)
                .toList();
        return SimilarAssets.ofFused(
                fused.stream().limit(text.topK().value()).toList(),
                text.topK(),
                query.minimumScore(),
                nextPlan,
                CandidateCount.exactly(nearest.size()));
    }

    private static SimilarAsset fused(@Nullable SimilarAsset near, @Nullable SimilarAsset matching) {
        VectorMatch vector = near == null ? null : near.explanation().vector();
        TextMatch text = matching == null ? null : matching.explanation().text();
        SimilarAsset either = Objects.requireNonNullElse(matching, near);
        return new SimilarAsset(
                either.asset(),
                ReciprocalRankFusion.score(vector == null ? null : vector.rank(), text == null ? null : text.rank()),
                near == null,
                new HitExplanation(vector, text, either.explanation().identifier()));
    }

    private static Map<AssetId, SimilarAsset> byId(List<SimilarAsset> hits) {
        Map<AssetId, SimilarAsset> byId = new LinkedHashMap<>();
        hits.forEach(hit -> byId.put(hit.asset().id(), hit));
        return byId;
    }

    private static List<SimilarAsset> nearest(Stream<Owned> candidates, EmbeddingVector vector) {
        List<SimilarAsset> hits = new ArrayList<>();
        candidates
                .flatMap(owned -> owned.vector() == null
                        ? Stream.empty()
                        : Stream.of(Map.entry(owned.asset(), owned.vector().cosineSimilarity(vector))))
                .sorted(Map.Entry.<Asset, Double>comparingByValue().reversed())
                .forEach(near -> hits.add(new SimilarAsset(
                        near.getKey(),
                        near.getValue(),
                        false,
                        HitExplanation.ofVector(hits.size() + 1, near.getValue()))));
        return hits;
    }

    private static List<SimilarAsset> matching(TenantScope scope, TextIndex.TextQuery query) {
        List<String> words =
                List.of(query.text().value().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        List<SimilarAsset> unranked = candidates(scope, query.filter(), query.excluded())
                .map(owned -> matching(owned, words, query))
                .filter(hit -> hit.score() > 0)
                .sorted(IDENTIFIERS_FIRST)
                .toList();
        return IntStream.range(0, unranked.size())
                .mapToObj(i -> ranked(unranked.get(i), i + 1))
                .toList();
    }

    private static SimilarAsset matching(Owned owned, List<String> words, TextIndex.TextQuery query) {
        String text = (owned.asset().attributes().name() + " "
                        + owned.asset().attributes().osName())
                .toLowerCase(Locale.ROOT);
        List<String> matched = words.stream().filter(text::contains).toList();
        TextMatch match = new TextMatch(
                1, matched.size(), query.highlights() ? Highlights.of(owned.asset(), matched) : List.of());
        IdentifierMatch identifier =
                IdentifierMatch.of(owned.asset(), query.text()).orElse(null);
        return new SimilarAsset(
                owned.asset(), match.score(), owned.vector() == null, new HitExplanation(null, match, identifier));
    }

    private static SimilarAsset ranked(SimilarAsset hit, int rank) {
        TextMatch match = Objects.requireNonNull(hit.explanation().text());
        return new SimilarAsset(
                hit.asset(),
                hit.score(),
                hit.stale(),
                new HitExplanation(
                        null,
                        new TextMatch(rank, match.score(), match.fields()),
                        hit.explanation().identifier()));
    }

    private void begin(TenantScope scope) {
        if (indexFailure != null) {
            throw indexFailure;
        }
        lastScope = scope;
    }

    private static Stream<Owned> candidates(TenantScope scope, AssetFilter filter, @Nullable AssetId excluded) {
        return ALL.stream()
                .filter(owned -> visible(scope, owned))
                .filter(owned -> !owned.asset().id().equals(excluded))
                .filter(owned -> filter.accepts(owned.asset().attributes()));
    }

    public AssetCatalog catalog() {
        return new AssetCatalog() {
            @Override
            public Optional<Asset> find(TenantScope scope, AssetId assetId) {
                return InMemoryAssets.find(scope, assetId).map(Owned::asset);
            }

            @Override
            public List<Asset> findAll(TenantScope scope, Collection<AssetId> assetIds) {
                return ALL.stream()
                        .filter(owned -> visible(scope, owned)
                                && assetIds.contains(owned.asset().id()))
                        .map(Owned::asset)
                        .toList();
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

    /** Has one field, whose values are the names of the assets that were counted. */
    public AssetFacets facets() {
        return new AssetFacets() {
            @Override
            public Facets ofCandidates(
                    TenantScope scope, EmbeddingSpace space, AssetFilter filter, @Nullable AssetId excluded) {
                return counted(candidates(scope, filter, excluded)
                        .filter(owned -> owned.vector() != null)
                        .map(Owned::asset));
            }

            @Override
            public Facets ofMatches(TenantScope scope, QueryText text, AssetFilter filter, @Nullable AssetId excluded) {
                return counted(
                        matching(scope, new TextIndex.TextQuery(text, new TopK(TopK.MAX), filter, excluded, false))
                                .stream()
                                .map(SimilarAsset::asset));
            }
        };
    }

    private static Facets counted(Stream<Asset> assets) {
        List<Facets.Value> names = assets.map(
                        asset -> new Facets.Value(asset.attributes().name(), 1))
                .toList();
        return new Facets(
                List.of(new Facets.Facet(Facets.Field.LOCATION, names)), CandidateCount.exactly(names.size()));
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
                .memoryMib(68_719_476_736L)
                .storageGib(new BigDecimal("512.5"))
                .addresses(List.of("10.0.0.1"))
                .tags(List.of("tier:1"))
                .sourceAttributes(Map.of("rack", "R1"))
                .build();
        return new Asset(
                new AssetId(UUID.randomUUID()),
                engagement.id(),
                new AssetKey("servicenow", name),
                attributes,
                "",
                ContentHash.ofContent(attributes),
                Instant.parse("2026-03-01T09:30:00Z"));
    }
}
