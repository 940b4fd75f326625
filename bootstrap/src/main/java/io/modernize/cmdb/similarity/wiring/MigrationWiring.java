package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.CompareSpaces;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationProperties.class)
class MigrationWiring {
    @Bean
    CompareSpaces.Settings comparison(MigrationProperties properties) {
        return new CompareSpaces.Settings(
                properties.samples(),
                new SpaceComparison.Gate(properties.minimumOverlap(), properties.toleratedLoss()));
    }
}
