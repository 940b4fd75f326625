package io.modernize.cmdb.audit.composition;

import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.ReadAuditLog;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** The audit log: written and read. */
public final class AuditUseCases implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(Audit.class);
        registry.registerBean(ReadAuditLog.class);
    }
}
