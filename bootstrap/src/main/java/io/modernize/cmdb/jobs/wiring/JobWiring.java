package io.modernize.cmdb.jobs.wiring;

import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.application.JobSignal;
import io.modernize.cmdb.jobs.application.OperateJobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
class JobWiring {
    @Bean
    OperateJobs operateJobs(JobRuns runs, JobSignal signal) {
        return new OperateJobs(runs, signal);
    }
}
