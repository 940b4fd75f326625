package io.modernize.cmdb.api;

import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.InMemoryAuditTrail;
import io.modernize.cmdb.audit.composition.AuditUseCases;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingCharge;
import io.modernize.cmdb.embedding.application.EmbeddingCoverage;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.EmbeddingSpending;
import io.modernize.cmdb.embedding.application.EmbeddingStates;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.application.TokenBudget;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.InMemoryEmbeddingSpaces;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryUploads;
import io.modernize.cmdb.inventory.application.ReceiveUpload;
import io.modernize.cmdb.inventory.application.ReceiveUpload.UploadLimits;
import io.modernize.cmdb.inventory.application.RelatedAssets;
import io.modernize.cmdb.inventory.application.SourceAttributes;
import io.modernize.cmdb.inventory.application.UploadAdmission;
import io.modernize.cmdb.inventory.graphql.InMemoryImportHistory;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.jobs.application.OperateJobs;
import io.modernize.cmdb.jobs.composition.JobUseCases;
import io.modernize.cmdb.similarity.composition.SearchUseCases;
import io.modernize.cmdb.similarity.duplicates.application.ReviewDuplicates;
import io.modernize.cmdb.similarity.duplicates.graphql.InMemoryDuplicateGroups;
import io.modernize.cmdb.similarity.index.application.InspectVectorIndex;
import io.modernize.cmdb.similarity.index.graphql.InMemoryIndexes;
import io.modernize.cmdb.similarity.listing.application.AssetFacets;
import io.modernize.cmdb.similarity.listing.application.AssetLists;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import io.modernize.cmdb.similarity.search.graphql.InMemoryAssets;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.SpaceComparisons;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.CursorSecrets;
import io.modernize.cmdb.tenancy.application.InMemoryAdministration;
import io.modernize.cmdb.tenancy.application.InMemoryTenantTransactions;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.composition.TenancyUseCases;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import io.modernize.cmdb.tenancy.shares.application.ScriptedFreeSpace;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.graphql.server.WebGraphQlHandler;

/** The GraphQL adapter alone, over ports in memory. */
@SpringBootApplication(scanBasePackages = "io.modernize.cmdb", proxyBeanMethods = false)
@Import({TenancyUseCases.class, AuditUseCases.class, JobUseCases.class, SearchUseCases.class})
public class GraphQlTestApplication {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OperateJobs.Settings queueOfJobs() {
        return new OperateJobs.Settings(1_000);
    }

    /** Its administration could answer the same questions. This bean is asked instead, because it counts how often. */
    @Bean
    @Primary
    InMemoryTenancy tenancy() {
        return new InMemoryTenancy();
    }

    @Bean
    InMemoryAdministration administration(InMemoryTenancy tenancy) {
        return tenancy.administration();
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
    QueryVectors queryVectors(InMemoryAssets assets) {
        return (scope, space, query) -> assets.model().embedQuery(query);
    }

    @Bean(defaultCandidate = false)
    ActiveSpaces recentActiveSpaces(InMemoryAssets assets) {
        return assets.spaces();
    }

    @Bean
    EmbeddingIndex embeddingIndex(InMemoryAssets assets) {
        return assets.index();
    }

    @Bean
    TextIndex textIndex(InMemoryAssets assets) {
        return assets.texts();
    }

    @Bean
    AssetFacets assetFacets(InMemoryAssets assets) {
        return assets.facets();
    }

    @Bean
    AssetLists assetLists(InMemoryAssets assets) {
        return assets.lists();
    }

    @Bean
    AssetCatalog assetCatalog(InMemoryAssets assets) {
        return assets.catalog();
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
    ReviewDuplicates reviewDuplicates(InMemoryDuplicateGroups groups, Clock clock) {
        return new ReviewDuplicates(groups, clock);
    }

    @Bean
    InMemoryJobRuns jobRuns() {
        return new InMemoryJobRuns();
    }

    @Bean
    InMemoryUploads uploads() {
        return new InMemoryUploads();
    }

    @Bean
    ReceiveUpload receiveUpload(InMemoryUploads uploads, TenantTransactions transactions, Audit audit, Clock clock) {
        return new ReceiveUpload(
                uploads,
                transactions,
                audit,
                new UploadLimits(1_000, 10_000, 10, Duration.ofMinutes(1), Duration.ofDays(7)),
                new UploadAdmission(
                        new FairShares<>("uploads", 4, 1, 2, 1), Duration.ofSeconds(2), new ScriptedFreeSpace()),
                clock);
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
    EmbeddingCoverage embeddingCoverage() {
        return (scope, space) -> Stream.of(InMemoryTenancy.DATACENTRE_EXIT, InMemoryTenancy.ERP)
                .filter(engagement -> engagement.clientAccountId().equals(scope.clientAccountId())
                        && scope.engagements().includes(engagement.id()))
                .map(engagement -> new EmbeddingCoverage.EngagementCoverage(engagement.id(), 2, 1, 0, 0, null))
                .toList();
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
