package io.modernize.cmdb.api.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** The points of each key. Each minute adds a number of points, and no more than the points of a minute add up. */
final class Budgets<K> {
    /** The time after which an unused bucket is full again. Forgetting it then gives nothing away. */
    private static final Duration REFILL = Duration.ofMinutes(1);

    /** The greatest number of keys that were used within the last minute. A bucket takes some hundred bytes. */
    private static final long MOST_KEYS = 100_000;

    private final long pointsPerMinute;
    private final TimeMeter time;
    private final Cache<K, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(REFILL)
            .build();

    /** @param pointsPerMinute the points that each minute adds; 0 for no limit */
    Budgets(long pointsPerMinute, TimeMeter time) {
        this.pointsPerMinute = pointsPerMinute;
        this.time = time;
    }

    /**
     * Takes the points, and returns 0. If there are not enough, takes none, and returns the seconds until there are, at
     * least 1.
     */
    long take(K key, long points) {
        if (pointsPerMinute == 0 || points == 0) {
            return 0;
        }
        ConsumptionProbe probe = buckets.get(key, unused -> full()).tryConsumeAndReturnRemaining(points);
        return probe.isConsumed()
                ? 0
                : Math.max(
                        1,
                        Duration.ofNanos(probe.getNanosToWaitForRefill())
                                .plusMillis(999)
                                .toSeconds());
    }

    /** Takes the points, also more than there are. The key then has none until the missing ones came back. */
    void owe(K key, long points) {
        if (pointsPerMinute != 0 && points > 0) {
            buckets.get(key, unused -> full()).consumeIgnoringRateLimits(points);
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(pointsPerMinute).refillGreedy(pointsPerMinute, REFILL))
                .withCustomTimePrecision(time)
                .build();
    }
}
