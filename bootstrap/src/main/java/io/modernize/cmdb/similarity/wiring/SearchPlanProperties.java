package io.modernize.cmdb.similarity.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the choice of search plans.
 *
 * @param candidateLimit the number at which counting a search's candidates stops
 */
@ConfigurationProperties("cmdb.search.plan")
record SearchPlanProperties(@DefaultValue("3000") int candidateLimit) {}
