package io.modernize.cmdb.similarity.wiring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the HNSW indexes of client accounts.
 *
 * @param promoteRows the number of embedded assets from which a client account gets an index; null for a number that
 *     follows from the model's dimensions
 * @param m the links of an entry in each layer, 2 to 100
 * @param efConstruction the size of the dynamic candidate list while building, 4 to 1,000 and at least twice {@code m}
 * @param schedule cron expression with seconds; {@code -} for never
 */
@ConfigurationProperties("cmdb.search.index")
record IndexProperties(
        @Nullable Long promoteRows,
        @DefaultValue("16") int m,
        @DefaultValue("64") int efConstruction,
        @DefaultValue("0 */10 * * * *") String schedule) {}
