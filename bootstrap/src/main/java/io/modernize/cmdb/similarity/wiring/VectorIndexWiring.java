package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
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
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IndexProperties.class, AuditProperties.class})
class VectorIndexWiring {
    @Bean
    IndexPolicies indexPolicies(IndexProperties properties) {
        Long promoteRows = properties.promoteRows();
        HnswParameters parameters = new HnswParameters(properties.m(), properties.efConstruction());
        return space -> new IndexPolicy(
                promoteRows == null
                        ? Thresholds.forDimensions(space.dimensions())
                        : Thresholds.promotingAt(promoteRows),
                parameters);
    }

    @Bean
    AuditRecall auditRecall(
            EmbeddingSpaces spaces,
            EmbeddingIndex index,
            VectorIndexes indexes,
            VectorSamples samples,
            SearchProfiles profiles,
            RecallAudits audits,
            TenantTransactions transactions,
            AuditProperties properties) {
        return new AuditRecall(
                spaces,
                indexes,
                profiles,
                audits,
                transactions,
                new MeasureRecall(
                        samples,
                        index,
                        new MeasureRecall.Settings(
                                new KnobTuning(properties.targetRecall()),
                                properties.samples(),
                                properties.timeLimit()),
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
}
