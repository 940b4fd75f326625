package io.modernize.cmdb.api;

import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.InMemoryAuditTrail;
import io.modernize.cmdb.audit.application.ReadAuditLog;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingCharge;
import io.modernize.cmdb.embedding.application.EmbeddingCoverage;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.EmbeddingSpending;
import io.modernize.cmdb.embedding.application.EmbeddingStates;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.embedding.application.TokenBudget;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.InMemoryEmbeddingSpaces;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryUploads;
import io.modernize.cmdb.inventory.application.ReceiveUpload;
import io.modernize.cmdb.inventory.application.RelatedAssets;
import io.modernize.cmdb.inventory.application.SourceAttributes;
import io.modernize.cmdb.inventory.graphql.InMemoryImportHistory;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.jobs.application.OperateJobs;
import io.modernize.cmdb.similarity.duplicates.application.ReviewDuplicates;
import io.modernize.cmdb.similarity.duplicates.graphql.InMemoryDuplicateGroups;
import io.modernize.cmdb.similarity.index.application.InspectVectorIndex;
import io.modernize.cmdb.similarity.index.graphql.InMemoryIndexes;
import io.modernize.cmdb.similarity.listing.application.CountFacets;
import io.modernize.cmdb.similarity.listing.application.ListAssets;
import io.modernize.cmdb.similarity.search.application.FindAssetsLike;
import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import io.modernize.cmdb.similarity.search.graphql.InMemoryAssets;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.SpaceComparisons;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.CursorSecrets;
import io.modernize.cmdb.tenancy.application.InMemoryTenantTransactions;
import io.modernize.cmdb.tenancy.application.ListClientAccounts;
import io.modernize.cmdb.tenancy.application.ManageEngagements;
import io.modernize.cmdb.tenancy.application.ManageMemberships;
import io.modernize.cmdb.tenancy.application.ResolveTenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.server.WebGraphQlHandler;

/** The GraphQL adapter alone, over ports in memory. */
@SpringBootApplication(scanBasePackages = "io.modernize.cmdb", proxyBeanMethods = false)
public class GraphQlTestApplication {
    @Bean
    InMemoryTenancy tenancy() {
        return new InMemoryTenancy();
    }

    @Bean
    CursorSecrets cursorSecrets() {
        return () -> List.of("of this test alone, and no secret".getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    InMemoryAssets assets() {
        return new InMemoryAssets();
    }

    @Bean
    ResolveTenantScope resolveTenantScope(InMemoryTenancy tenancy) {
        return new ResolveTenantScope(tenancy, tenancy);
    }

    @Bean
    FindSimilarAssets findSimilarAssets(InMemoryAssets assets) {
        return new FindSimilarAssets(
                (scope, space, query) -> assets.model().embedQuery(query),
                assets.spaces(),
                assets.index(),
                assets.texts());
    }

    @Bean
    FindAssetsLike findAssetsLike(InMemoryAssets assets) {
        return new FindAssetsLike(assets.catalog(), assets.spaces(), assets.store(), assets.index(), assets.texts());
    }

    @Bean
    CountFacets countFacets(InMemoryAssets assets) {
        return new CountFacets(assets.facets(), assets.spaces());
    }

    @Bean
    AssetCatalog assetCatalog(InMemoryAssets assets) {
        return assets.catalog();
    }

    @Bean
    ListAssets listAssets(InMemoryAssets assets) {
        return new ListAssets(assets.lists());
    }

    @Bean
    RelatedAssets relatedAssets(InMemoryAssets assets) {
        return assets.relations();
    }

    @Bean
    SourceAttributes sourceAttributes(InMemoryAssets assets) {
        return assets.sourceAttributes();
    }

    @Bean
    EmbeddingStates embeddingStates(InMemoryAssets assets) {
        return assets.states();
    }

    @Bean
    InMemoryImportHistory importHistory() {
        return new InMemoryImportHistory();
    }

    @Bean
    EmbeddingSpending embeddingSpending() {
        return (scope, from, to) -> InMemoryTenancy.NORTHWIND.id().equals(scope.clientAccountId())
                ? List.of(
                        charge("2026-03-01", "test", 100),
                        charge("2026-03-01", "other", 20),
                        charge("2026-03-02", "test", 3))
                : List.of();
    }

    private static EmbeddingSpending.DailyCharge charge(String day, String model, long tokens) {
        return new EmbeddingSpending.DailyCharge(
                LocalDate.parse(day), "test", model, tokens, tokens / 10, 1, BigDecimal.valueOf(tokens, 6));
    }

    @Bean
    EmbeddingUsage embeddingUsage() {
        return new EmbeddingUsage() {
            @Override
            public void charge(
                    TenantScope scope,
                    EmbeddingSpace space,
                    EmbeddingCharge charge,
                    OptionalDouble pricePerMillionTokens) {
                throw new UnsupportedOperationException("nothing is embedded here");
            }

            @Override
            public long tokensToday(TenantScope scope) {
                return 7;
            }
        };
    }

    @Bean
    TokenBudget tokenBudget() {
        return new TokenBudget(OptionalLong.of(1_000));
    }

    @Bean
    InMemoryIndexes indexes() {
        return new InMemoryIndexes();
    }

    @Bean
    InspectVectorIndex inspectVectorIndex(InMemoryAssets assets, InMemoryIndexes indexes) {
        return new InspectVectorIndex(assets.spaces(), indexes, indexes);
    }

    @Bean
    InMemoryDuplicateGroups duplicateGroups() {
        return new InMemoryDuplicateGroups();
    }

    @Bean
    ReviewDuplicates reviewDuplicates(InMemoryDuplicateGroups groups) {
        return new ReviewDuplicates(groups, Clock.systemUTC());
    }

    @Bean
    InMemoryJobRuns jobRuns() {
        return new InMemoryJobRuns();
    }

    @Bean
    OperateJobs operateJobs(InMemoryJobRuns runs) {
        return new OperateJobs(runs, () -> {});
    }

    @Bean
    InMemoryUploads uploads() {
        return new InMemoryUploads();
    }

    @Bean
    ReceiveUpload receiveUpload(InMemoryUploads uploads, TenantTransactions transactions, Audit audit) {
        return new ReceiveUpload(uploads, transactions, audit, 1_000);
    }

    @Bean
    InMemoryAuditTrail auditTrail() {
        return new InMemoryAuditTrail();
    }

    @Bean
    TenantTransactions tenantTransactions(InMemoryTenancy tenancy, InMemoryAuditTrail trail) {
        return new InMemoryTenantTransactions(tenancy.administration(), trail);
    }

    @Bean
    Audit audit(InMemoryAuditTrail trail, TenantTransactions transactions) {
        return new Audit(trail, transactions, Clock.systemUTC());
    }

    @Bean
    ReadAuditLog readAuditLog(InMemoryAuditTrail trail) {
        return new ReadAuditLog(trail);
    }

    @Bean
    ManageMemberships manageMemberships(InMemoryTenancy tenancy, TenantTransactions transactions) {
        return new ManageMemberships(tenancy.administration(), tenancy, transactions, Clock.systemUTC());
    }

    @Bean
    ManageEngagements manageEngagements(InMemoryTenancy tenancy, TenantTransactions transactions) {
        return new ManageEngagements(tenancy.administration(), tenancy, tenancy.administration(), transactions);
    }

    @Bean
    ListClientAccounts listClientAccounts(InMemoryTenancy tenancy, TenantTransactions transactions) {
        return new ListClientAccounts(tenancy, tenancy, transactions);
    }

    @Bean
    EmbeddingCoverage embeddingCoverage() {
        return (scope, space) -> List.of();
    }

    @Bean
    EmbeddingSpaces embeddingSpaces(InMemoryAssets assets, InMemoryTenancy tenancy) {
        return new InMemoryEmbeddingSpaces(
                assets.spaces().active(TenantScope.forJob(new ClientAccountId(UUID.randomUUID()))));
    }

    @Bean
    EmbeddingStore embeddingStore(InMemoryAssets assets) {
        return assets.store();
    }

    @Bean
    SpaceComparisons spaceComparisons() {
        return new NoComparisons();
    }

    @Bean
    ChangeSpace changeSpace(
            EmbeddingSpaces spaces, InMemoryAssets assets, EmbeddingStore store, SpaceComparisons comparisons) {
        return new ChangeSpace(spaces, new EmbeddingModels(assets.model(), Optional.empty()), store, comparisons);
    }

    private static final class NoComparisons implements SpaceComparisons {
        @Override
        public void append(TenantScope scope, EmbeddingSpace from, EmbeddingSpace to, SpaceComparison comparison) {
            throw new UnsupportedOperationException("nothing is compared here");
        }

        @Override
        public Optional<SpaceComparison> last(TenantScope scope, EmbeddingSpace from, EmbeddingSpace to) {
            return Optional.empty();
        }
    }

    @Bean
    GraphQlCaller caller(WebGraphQlHandler handler) {
        return new GraphQlCaller(handler);
    }
}
