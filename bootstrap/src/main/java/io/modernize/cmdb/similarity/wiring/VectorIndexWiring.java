package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexPolicy;
import io.modernize.cmdb.similarity.index.IndexPolicy.Thresholds;
import io.modernize.cmdb.similarity.index.KnobTuning;
import io.modernize.cmdb.similarity.index.application.MaintainVectorIndexes.IndexPolicies;
import io.modernize.cmdb.similarity.index.application.MeasureRecall;
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
    MeasureRecall.Settings measurement(AuditProperties properties) {
        return new MeasureRecall.Settings(
                new KnobTuning(properties.targetRecall()), properties.samples(), properties.timeLimit());
    }
}
