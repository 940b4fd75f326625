package io.modernize.cmdb.offboarding.composition;

import io.modernize.cmdb.offboarding.application.Offboard;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** The end of an engagement or a client account. */
public final class OffboardingUseCases implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(Offboard.class);
    }
}
