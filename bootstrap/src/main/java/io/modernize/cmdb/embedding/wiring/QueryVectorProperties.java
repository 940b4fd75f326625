package io.modernize.cmdb.embedding.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of remembered vectors of queries.
 *
 * @param maxEntries the greatest number of vectors of all client accounts together, 0 for none; each takes four bytes per dimension and its text, some
 *     4 kB at 384 dimensions and 10 kB at 1,536
 * @param maxAge the time after which a text is embedded again
 */
@ConfigurationProperties("cmdb.embedding.query-cache")
record QueryVectorProperties(
        @DefaultValue("5000") int maxEntries,
        @DefaultValue("1h") Duration maxAge) {
    private static final int MOST_ENTRIES = 1_000_000;

    QueryVectorProperties {
        if (maxEntries < 0 || maxEntries > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "cmdb.embedding.query-cache.max-entries is 0 to " + MOST_ENTRIES + ", not " + maxEntries);
        }
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("cmdb.embedding.query-cache.max-age is not negative: " + maxAge);
        }
    }
}
