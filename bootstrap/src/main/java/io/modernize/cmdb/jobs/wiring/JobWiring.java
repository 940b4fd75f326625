package io.modernize.cmdb.jobs.wiring;

import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.application.JobSignal;
import io.modernize.cmdb.jobs.application.OperateJobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
class JobWiring {
    /** The use case of operating jobs. In a command nothing works off the queue, so there is nobody to wake. */
    @Bean
    OperateJobs operateJobs(JobRuns runs, ObjectProvider<JobSignal> signal) {
        return new OperateJobs(runs, signal.getIfAvailable(() -> () -> {}));
    }

    /** Switches schedules on while the service serves. Commands only do what they are told. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @EnableScheduling
    static class Clock {}
}
