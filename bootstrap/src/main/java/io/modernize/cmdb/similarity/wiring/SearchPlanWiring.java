package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.similarity.search.SearchCosts;
import io.modernize.cmdb.similarity.search.SearchPlanPolicy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchPlanProperties.class)
class SearchPlanWiring {
    @Bean
    SearchPlanPolicy searchPlanPolicy(SearchPlanProperties properties) {
        return new SearchPlanPolicy(SearchCosts.MEASURED, properties.candidateLimit());
    }
}
