package io.modernize.cmdb;

import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.composition.EmbeddingUseCases;
import io.modernize.cmdb.inventory.composition.InventoryUseCases;
import io.modernize.cmdb.offboarding.composition.OffboardingUseCases;
import io.modernize.cmdb.similarity.composition.DuplicateUseCases;
import io.modernize.cmdb.similarity.composition.IndexUseCases;
import io.modernize.cmdb.similarity.composition.SpaceUseCases;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexPolicy;
import io.modernize.cmdb.similarity.index.IndexPolicy.Thresholds;
import io.modernize.cmdb.similarity.index.KnobTuning;
import io.modernize.cmdb.similarity.index.application.MaintainVectorIndexes.IndexPolicies;
import io.modernize.cmdb.similarity.index.application.MeasureRecall;
import io.modernize.cmdb.similarity.search.SearchCosts;
import io.modernize.cmdb.similarity.search.SearchPlanPolicy;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.CompareSpaces;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the jobs need to run: the real persistence adapters, and a model that needs no network. */
@SpringBootApplication
@Import({
    InventoryUseCases.class,
    OffboardingUseCases.class,
    EmbeddingUseCases.class,
    IndexUseCases.class,
    DuplicateUseCases.class,
    SpaceUseCases.class
})
public class BatchTestApplication {
    @Bean
    QueryVectors queryVectors(EmbeddingModels models) {
        return (scope, space, query) -> models.of(space).embedQuery(query);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CompareSpaces.Settings comparison() {
        return new CompareSpaces.Settings(20, new SpaceComparison.Gate(0.2, 0.02));
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

    /** Small enough borders for small tests. */
    @Bean
    IndexPolicies indexPolicies() {
        return space -> new IndexPolicy(new Thresholds(200, 50, 0.2, 0.2), new HnswParameters(8, 32));
    }

    @Bean
    MeasureRecall.Settings measurement() {
        return new MeasureRecall.Settings(new KnobTuning(0.9), 10, Duration.ofMinutes(1));
    }

    @Bean
    TestEngagements testEngagements(ClientAccountRegistry registry, TenantTransactions transactions, JdbcClient jdbc) {
        return new TestEngagements(registry, transactions, jdbc);
    }
}
