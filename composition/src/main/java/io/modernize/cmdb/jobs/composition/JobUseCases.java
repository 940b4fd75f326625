package io.modernize.cmdb.jobs.composition;

import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.application.JobSignal;
import io.modernize.cmdb.jobs.application.OperateJobs;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** Jobs that a person starts and stops. */
public final class JobUseCases implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(OperateJobs.class, bean -> bean.supplier(JobUseCases::operateJobs));
    }

    /** Where nothing works off the queue, as in a command, there is nobody to tell. */
    private static OperateJobs operateJobs(BeanRegistry.SupplierContext context) {
        return new OperateJobs(
                context.bean(JobRuns.class),
                context.beanProvider(JobSignal.class).getIfAvailable(() -> () -> {}),
                context.bean(OperateJobs.Settings.class));
    }
}
