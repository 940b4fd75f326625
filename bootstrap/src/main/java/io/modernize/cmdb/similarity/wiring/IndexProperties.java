package io.modernize.cmdb.similarity.wiring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When client accounts get an HNSW index of their own, and which.
 *
 * @param promoteRows from so many embedded assets on; null for a border that follows from the model's dimensions
 * @param m links of an entry in each layer, 2 to 100
 * @param efConstruction size of the dynamic candidate list while building, 4 to 1,000 and at least twice {@code m}
 * @param schedule cron expression with seconds; {@code -} for never
 */
@ConfigurationProperties("cmdb.search.index")
record IndexProperties(
        @Nullable Long promoteRows,
        @DefaultValue("16") int m,
        @DefaultValue("64") int efConstruction,
        @DefaultValue("0 */10 * * * *") String schedule) {}
