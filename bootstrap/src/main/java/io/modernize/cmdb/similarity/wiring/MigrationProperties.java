package io.modernize.cmdb.similarity.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The conditions that another embedding space must meet before searches may use it.
 *
 * @param samples the assets of each client account whose neighbours are compared, 1 to 1,000
 * @param minimumOverlap the least mean share of common assets among ten nearest neighbours, 0 to 1. Two models that
 *     work have some 0.3 to 0.7 in common. A model that is configured wrongly has nearly none
 * @param toleratedLoss the loss of mean nDCG@10 over judged queries that is tolerated, 0 to 1
 */
@ConfigurationProperties("cmdb.embedding.migration")
record MigrationProperties(
        @DefaultValue("100") int samples,
        @DefaultValue("0.2") double minimumOverlap,
        @DefaultValue("0.02") double toleratedLoss) {}
