package io.modernize.cmdb.similarity.composition;

import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.CompareSpaces;
import io.modernize.cmdb.similarity.spaces.application.JudgedQuality;
import io.modernize.cmdb.similarity.spaces.application.NeighbourOverlap;
import io.modernize.cmdb.similarity.spaces.application.PrepareChange;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** The change from one embedding space to another. What is asked of the other, the application sets. */
public final class SpaceUseCases implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(PrepareChange.class);
        registry.registerBean(NeighbourOverlap.class);
        registry.registerBean(JudgedQuality.class);
        registry.registerBean(CompareSpaces.class);
        registry.registerBean(ChangeSpace.class);
    }
}
