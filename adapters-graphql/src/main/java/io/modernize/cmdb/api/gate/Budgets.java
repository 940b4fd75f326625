package io.modernize.cmdb.api.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Points for each key, of which a minute brings so many, and which no more than a minute's heap up. */
final class Budgets<K> {
    /** A bucket that nobody used for as long is full again, so that forgetting it gives nothing away. */
    private static final Duration REFILL = Duration.ofMinutes(1);

    /** Of those that were used within the last minute; a bucket takes some hundred bytes. */
    private static final long MOST_KEYS = 100_000;

    private final long pointsPerMinute;
    private final TimeMeter time;
    private final Cache<K, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(REFILL)
            .build();

    /** @param pointsPerMinute 0 for no limit */
    Budgets(long pointsPerMinute, TimeMeter time) {
        this.pointsPerMinute = pointsPerMinute;
        this.time = time;
    }

    /** Seconds until there are as many points, at least 1; 0 where there were, and they are taken. */
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

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(pointsPerMinute).refillGreedy(pointsPerMinute, REFILL))
                .withCustomTimePrecision(time)
                .build();
    }
}
