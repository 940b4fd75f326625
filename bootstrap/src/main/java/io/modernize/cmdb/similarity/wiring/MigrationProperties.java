package io.modernize.cmdb.similarity.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is asked of another embedding space before searches may go by it.
 *
 * @param samples assets of each client account whose neighbours are compared, 1 to 1,000
 * @param minimumOverlap mean share of common ones among ten nearest neighbours, 0 to 1. Models that both work have some
 *     0.3 to 0.7 in common; one that is configured wrongly nearly none
 * @param toleratedLoss of mean nDCG@10 over judged queries, 0 to 1
 */
@ConfigurationProperties("cmdb.embedding.migration")
record MigrationProperties(
        @DefaultValue("100") int samples,
        @DefaultValue("0.2") double minimumOverlap,
        @DefaultValue("0.02") double toleratedLoss) {}
