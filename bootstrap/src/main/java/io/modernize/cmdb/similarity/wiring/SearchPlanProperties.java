package io.modernize.cmdb.similarity.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the borders between search plans lie.
 *
 * @param candidateLimit where counting a search's candidates stops
 */
@ConfigurationProperties("cmdb.search.plan")
record SearchPlanProperties(@DefaultValue("3000") int candidateLimit) {}
