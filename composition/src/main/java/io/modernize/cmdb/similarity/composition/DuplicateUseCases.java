package io.modernize.cmdb.similarity.composition;

import io.modernize.cmdb.similarity.duplicates.DuplicatePolicy;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.GroupDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.NearIdenticalAssets;
import io.modernize.cmdb.similarity.duplicates.application.PairDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.ReviewDuplicates;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** The search for duplicates, and what people say about them. */
public final class DuplicateUseCases implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(DuplicatePolicy.class);
        registry.registerBean(NearIdenticalAssets.class);
        registry.registerBean(PairDuplicates.class);
        registry.registerBean(GroupDuplicates.class);
        registry.registerBean(FindDuplicates.class);
        registry.registerBean(ReviewDuplicates.class);
    }
}
