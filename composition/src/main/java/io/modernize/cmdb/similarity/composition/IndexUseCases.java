package io.modernize.cmdb.similarity.composition;

import io.modernize.cmdb.similarity.index.application.AuditRecall;
import io.modernize.cmdb.similarity.index.application.InspectVectorIndex;
import io.modernize.cmdb.similarity.index.application.MaintainVectorIndexes;
import io.modernize.cmdb.similarity.index.application.MeasureRecall;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** The life of vector indexes. How they are built and measured, the application sets. */
public final class IndexUseCases implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(MaintainVectorIndexes.class);
        registry.registerBean(MeasureRecall.class);
        registry.registerBean(AuditRecall.class);
        registry.registerBean(InspectVectorIndex.class);
    }
}
