package io.modernize.cmdb;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.application.EmbedClientAccount;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.NextEmbeddingModel;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.PrepareSpaces;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetChanges;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.inventory.application.StoreImportRows;
import io.modernize.cmdb.offboarding.application.ClientAccountResources;
import io.modernize.cmdb.offboarding.application.Offboard;
import io.modernize.cmdb.offboarding.application.StoredRows;
import io.modernize.cmdb.similarity.duplicates.DuplicatePolicy;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.GroupDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.NearIdenticalAssets;
import io.modernize.cmdb.similarity.duplicates.application.PairDuplicates;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexPolicy;
import io.modernize.cmdb.similarity.index.IndexPolicy.Thresholds;
import io.modernize.cmdb.similarity.index.KnobTuning;
import io.modernize.cmdb.similarity.index.application.AuditRecall;
import io.modernize.cmdb.similarity.index.application.InspectVectorIndex;
import io.modernize.cmdb.similarity.index.application.MaintainVectorIndexes;
import io.modernize.cmdb.similarity.index.application.MaintainVectorIndexes.IndexPolicies;
import io.modernize.cmdb.similarity.index.application.MeasureRecall;
import io.modernize.cmdb.similarity.index.application.RecallAudits;
import io.modernize.cmdb.similarity.index.application.SearchProfiles;
import io.modernize.cmdb.similarity.index.application.VectorIndexes;
import io.modernize.cmdb.similarity.index.application.VectorSamples;
import io.modernize.cmdb.similarity.search.SearchCosts;
import io.modernize.cmdb.similarity.search.SearchPlanPolicy;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.CompareSpaces;
import io.modernize.cmdb.similarity.spaces.application.JudgedQuality;
import io.modernize.cmdb.similarity.spaces.application.NeighbourOverlap;
import io.modernize.cmdb.similarity.spaces.application.PrepareChange;
import io.modernize.cmdb.similarity.spaces.application.SpaceComparisons;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the jobs need to run: the real persistence adapters, and a model that needs no network. */
@SpringBootApplication
public class BatchTestApplication {
    @Bean
    StoreImportRows storeImportRows(
            AssetCatalog catalog,
            AssetRelations relations,
            AssetImportLog log,
            AssetChanges changes,
            TenantTransactions transactions) {
        return new StoreImportRows(catalog, relations, log, changes, transactions);
    }

    @Bean
    Offboard offboard(
            EngagementCatalog engagements, EngagementLocks locks, StoredRows rows, ClientAccountResources resources) {
        return new Offboard(engagements, locks, rows, resources, Clock.systemUTC());
    }

    @Bean
    EmbedClientAccount embedClientAccount(EmbeddingJobs jobs, EngagementCatalog engagements) {
        return new EmbedClientAccount(jobs, engagements);
    }

    @Bean
    QueryVectors queryVectors(EmbeddingModels models) {
        return (scope, space, query) -> models.of(space).embedQuery(query);
    }

    @Bean
    CompareSpaces compareSpaces(
            EmbeddingStore store,
            EmbeddingIndex index,
            VectorSamples samples,
            QueryVectors vectors,
            SpaceComparisons comparisons) {
        return new CompareSpaces(
                store,
                new NeighbourOverlap(store, index, samples),
                new JudgedQuality(vectors, index),
                comparisons,
                new CompareSpaces.Settings(20, new SpaceComparison.Gate(0.2, 0.02)),
                Clock.systemUTC());
    }

    @Bean
    PrepareChange prepareChange(EmbeddingSpaces spaces, SpaceLifecycle lifecycle, EmbeddingModels models) {
        return new PrepareChange(spaces, lifecycle, models);
    }

    @Bean
    ChangeSpace changeSpace(
            EmbeddingSpaces spaces, EmbeddingModels models, EmbeddingStore store, SpaceComparisons comparisons) {
        return new ChangeSpace(spaces, models, store, comparisons);
    }

    @Bean
    SearchPlanPolicy searchPlanPolicy() {
        return new SearchPlanPolicy(SearchCosts.MEASURED, 3_000);
    }

    @Bean
    @ConditionalOnProperty(name = "cmdb.embedding.provider", havingValue = "scripted", matchIfMissing = true)
    ScriptedEmbeddingModel embeddingModel() {
        return new ScriptedEmbeddingModel();
    }

    @Bean
    EmbeddingModels embeddingModels(EmbeddingModel model, ObjectProvider<NextEmbeddingModel> next) {
        return new EmbeddingModels(model, Optional.ofNullable(next.getIfAvailable()));
    }

    @Bean
    EmbedDueAssets embedDueAssets(EmbeddingModels models) {
        return new EmbedDueAssets(models, new AssetDocumentTemplate());
    }

    @Bean
    SmartInitializingSingleton preparedEmbeddingSpaces(SpaceLifecycle lifecycle, EmbeddingModels models) {
        return new PrepareSpaces(lifecycle, models)::prepare;
    }

    /** Small enough borders for small tests. */
    @Bean
    IndexPolicies indexPolicies() {
        return space -> new IndexPolicy(new Thresholds(200, 50, 0.2, 0.2), new HnswParameters(8, 32));
    }

    @Bean
    AuditRecall auditRecall(
            EmbeddingSpaces spaces,
            EmbeddingIndex index,
            VectorIndexes indexes,
            VectorSamples samples,
            SearchProfiles profiles,
            RecallAudits audits,
            TenantTransactions transactions) {
        return new AuditRecall(
                spaces,
                indexes,
                profiles,
                audits,
                transactions,
                new MeasureRecall(
                        samples,
                        index,
                        new MeasureRecall.Settings(new KnobTuning(0.9), 10, Duration.ofMinutes(1)),
                        Clock.systemUTC()));
    }

    @Bean
    MaintainVectorIndexes maintainVectorIndexes(
            EmbeddingSpaces spaces, VectorIndexes indexes, IndexPolicies policies, AuditRecall audits) {
        return new MaintainVectorIndexes(spaces, indexes, policies, audits, Clock.systemUTC());
    }

    @Bean
    InspectVectorIndex inspectVectorIndex(EmbeddingSpaces spaces, VectorIndexes indexes, RecallAudits audits) {
        return new InspectVectorIndex(spaces, indexes, audits);
    }

    @Bean
    FindDuplicates findDuplicates(
            AssetCatalog catalog,
            EmbeddingSpaces spaces,
            EmbeddingStore store,
            EmbeddingIndex index,
            DuplicateScans scans,
            TenantTransactions transactions) {
        DuplicatePolicy policy = new DuplicatePolicy();
        return new FindDuplicates(
                catalog,
                scans,
                new PairDuplicates(catalog, new NearIdenticalAssets(spaces, store, index), scans, policy),
                new GroupDuplicates(catalog, policy),
                transactions,
                Clock.systemUTC());
    }

    @Bean
    TestEngagements testEngagements(ClientAccountRegistry registry, TenantTransactions transactions, JdbcClient jdbc) {
        return new TestEngagements(registry, transactions, jdbc);
    }
}
