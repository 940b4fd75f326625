package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.embedding.spaces.application.InMemoryEmbeddingSpaces;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicatePolicy;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan.Phase;
import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.InMemoryEmbeddingIndex;
import io.modernize.cmdb.similarity.spaces.application.InactiveSpaces;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.InMemoryTenantTransactions;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assets of one engagement in memory, and searches for duplicates among them that are counted and can be killed. */
public final class DuplicateWorld {
    private static final PrincipalIdentity SOMEBODY = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
    private static final int NEVER = -1;

    final TwoClients clients = TwoClients.random();
    final TenantScope scope = clients.exitScope();
    private final InMemoryAssetCatalog assets = new InMemoryAssetCatalog();
    private final InMemoryEmbeddingIndex index = new InMemoryEmbeddingIndex(assets);
    final InMemoryDuplicates duplicates = new InMemoryDuplicates(assets);
    private final TenantTransactions transactions = new InMemoryTenantTransactions(duplicates);
    private final EmbeddingSpace space = InactiveSpaces.create(2);
    final InMemoryEmbeddingSpaces spaces = new InMemoryEmbeddingSpaces(space);
    private int savedAssets;
    private int pages;
    private int searches;
    private int keysFound;
    private int pairs;
    private int transactionsOfRun;
    private int fatalTransaction = NEVER;

    /**
     * What all scans did so far.
     *
     * @param pages of assets that were read
     * @param searches for nearest neighbours
     * @param keysFound that assets share
     * @param pairs that were stored
     */
    record Work(int pages, int searches, int keysFound, int pairs) {}

    Work work() {
        return new Work(pages, searches, keysFound, pairs);
    }

    /** Transactions of the last run. */
    int transactions() {
        return transactionsOfRun;
    }

    /** Has the next run die in that transaction, counted from 1, before it commits. */
    void killInTransaction(int number) {
        fatalTransaction = number;
    }

    /** Knows nothing of what another one did but what is stored. */
    FindDuplicates newProcess() {
        transactionsOfRun = 0;
        CountedCatalog counted = new CountedCatalog();
        DuplicateScans scans = new CountedScans();
        DuplicatePolicy policy = new DuplicatePolicy();
        return new FindDuplicates(
                counted,
                scans,
                new PairDuplicates(counted, new NearIdenticalAssets(spaces, index, new CountedIndex()), scans, policy),
                new GroupDuplicates(counted, policy),
                new FatalTransactions(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** Runs a scan to its end, or until it is killed. */
    DuplicateScan find() {
        FindDuplicates process = newProcess();
        return finish(scope, process, process.begin(scope, clients.exit()));
    }

    DuplicateScan finish(TenantScope wider, FindDuplicates process, DuplicateScan begun) {
        DuplicateScan scan = begun;
        while (scan.phase() != Phase.FINISHED) {
            scan = process.advance(wider, scan);
        }
        return scan;
    }

    Asset save(String source, AssetAttributes.Builder attributes) {
        return save(scope, clients.exit(), new AssetKey(source, "key-" + savedAssets++), attributes.build());
    }

    void saveElsewhere(String source, AssetAttributes.Builder attributes) {
        save(clients.erpScope(), clients.erp(), new AssetKey(source, "key-" + savedAssets++), attributes.build());
    }

    void replace(Asset asset, AssetAttributes.Builder attributes) {
        save(scope, clients.exit(), asset.key(), attributes.build());
    }

    void change(Asset asset, String description) {
        AssetAttributes now = asset.attributes();
        replace(
                asset,
                AssetAttributes.named(now.name())
                        .ciClass(now.ciClass())
                        .hostName(now.hostName())
                        .fqdn(now.fqdn())
                        .description(description));
    }

    private Asset save(TenantScope of, EngagementId engagementId, AssetKey key, AssetAttributes attributes) {
        assets.save(of, engagementId, List.of(new AssetDraft(key, attributes)));
        return assets.all(of)
                .filter(asset -> asset.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    void embed(Asset asset, float... vector) {
        index.save(
                scope,
                space,
                List.of(new AssetEmbedding(
                        asset.id(), asset.engagementId(), EmbeddingVector.normalised(vector), asset.contentHash())));
    }

    void dismissAll() {
        all().forEach(group -> duplicates.dismiss(scope, group.id(), SOMEBODY, Instant.EPOCH));
    }

    /** Names of the members, best group first. */
    List<Set<String>> groups() {
        return all().stream()
                .map(group -> group.members().stream()
                        .map(asset -> asset.attributes().name())
                        .collect(Collectors.toSet()))
                .toList();
    }

    List<DuplicateGroup> staleGroups() {
        return all().stream().filter(DuplicateGroup::stale).toList();
    }

    private List<DuplicateGroup> all() {
        return duplicates
                .page(new DuplicateGroupsQuery(clients.northwindScope(), 1_000, null, false))
                .entries();
    }

    private final class FatalTransactions implements TenantTransactions {
        @Override
        public <T> T inScope(TenantScope of, Supplier<T> work) {
            return transactions.inScope(of, () -> {
                T result = work.get();
                transactionsOfRun++;
                if (transactionsOfRun == fatalTransaction) {
                    fatalTransaction = NEVER;
                    throw new IllegalStateException("killed");
                }
                return result;
            });
        }
    }

    private final class CountedCatalog implements AssetCatalog {
        @Override
        public Optional<Asset> find(TenantScope of, AssetId assetId) {
            return assets.find(of, assetId);
        }

        @Override
        public List<Asset> findAll(TenantScope of, Collection<AssetId> assetIds) {
            return assets.findAll(of, assetIds);
        }

        @Override
        public List<Asset> page(TenantScope of, EngagementId engagementId, @Nullable AssetId after, int limit) {
            pages++;
            return assets.page(of, engagementId, after, limit);
        }

        @Override
        public SavedAssets save(TenantScope of, EngagementId engagementId, List<AssetDraft> drafts) {
            throw new UnsupportedOperationException("a search for duplicates changes no asset");
        }
    }

    private final class CountedIndex implements EmbeddingIndex {
        @Override
        public SimilarAssets nearest(TenantScope of, NearestQuery query) {
            searches++;
            return index.nearest(of, query);
        }

        @Override
        public SimilarAssets nearest(TenantScope of, NearestQuery query, SearchPlan plan) {
            throw new UnsupportedOperationException("the plan is the index's to choose");
        }
    }

    private final class CountedScans implements DuplicateScans {
        @Override
        public Optional<DuplicateScan> find(TenantScope of, EngagementId engagementId) {
            return duplicates.find(of, engagementId);
        }

        @Override
        public DuplicateScan begin(TenantScope of, EngagementId engagementId, Instant now) {
            return duplicates.begin(of, engagementId, now);
        }

        @Override
        public void save(TenantScope of, DuplicateScan scan) {
            duplicates.save(of, scan);
        }

        @Override
        public void saveKeys(TenantScope of, EngagementId engagementId, Map<AssetId, Set<DuplicateKey>> keys) {
            duplicates.saveKeys(of, engagementId, keys);
        }

        @Override
        public List<SharedKey> sharedKeys(TenantScope of, EngagementId engagementId, Collection<AssetId> assetIds) {
            List<SharedKey> shared = duplicates.sharedKeys(of, engagementId, assetIds);
            keysFound += shared.size();
            return shared;
        }

        @Override
        public void savePairs(TenantScope of, EngagementId engagementId, List<DuplicatePair> found) {
            pairs += found.size();
            duplicates.savePairs(of, engagementId, found);
        }

        @Override
        public List<DuplicatePair> pairs(TenantScope of, EngagementId engagementId) {
            return duplicates.pairs(of, engagementId);
        }

        @Override
        public void publish(TenantScope of, EngagementId engagementId, List<ProposedGroup> groups, Instant now) {
            duplicates.publish(of, engagementId, groups, now);
        }
    }
}
