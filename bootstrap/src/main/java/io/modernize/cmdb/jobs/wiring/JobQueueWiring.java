package io.modernize.cmdb.jobs.wiring;

import io.modernize.cmdb.jobs.application.OperateJobs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the use cases of jobs the settings of the queue. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobQueueProperties.class)
class JobQueueWiring {
    @Bean
    OperateJobs.Settings queueOfJobs(JobQueueProperties properties) {
        return new OperateJobs.Settings(properties.maxQueuedPerClientAccount());
    }
}
