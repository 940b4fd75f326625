package io.modernize.cmdb.embedding.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.cache.CacheMeterBinder;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.tenancy.ClientAccountId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of vectors that client accounts share fairly. If it is full, the client account with the most vectors
 * loses the one that it has not used for the longest time. A client account can therefore not drive out the vectors of
 * another one that has fewer.
 *
 * <p>It is not a cache of a library: these know one bound for all entries, and drop whichever entry is used least. Safe
 * for concurrent use.
 */
final class VectorCache {
    private static final float LOAD_FACTOR = 0.75f;

    private final int mostEntries;
    private final Duration maxAge;
    private final Ticker ticker;

    /** The vectors of each client account, the longest unused first. No client account is without vectors. */
    private final Map<ClientAccountId, LinkedHashMap<Asked, Kept>> accounts = new HashMap<>();

    private int size;
    private long hits;
    private long misses;
    private long puts;
    private long evictions;

    /** What a vector belongs to. The space is part of it, so that another model never answers with this one's vectors. */
    record Asked(EmbeddingSpaceId spaceId, String query) {}

    private record Kept(EmbeddingVector vector, long since) {}

    /**
     * @param mostEntries the greatest number of vectors of all client accounts together
     * @param maxAge the time after which a vector is forgotten
     */
    VectorCache(int mostEntries, Duration maxAge, Ticker ticker) {
        this.mostEntries = mostEntries;
        this.maxAge = maxAge;
        this.ticker = ticker;
    }

    synchronized Optional<EmbeddingVector> find(ClientAccountId clientAccountId, Asked asked) {
        LinkedHashMap<Asked, Kept> own = accounts.get(clientAccountId);
        Kept kept = own == null ? null : own.get(asked);
        if (own != null && kept != null && ticker.read() - kept.since() >= maxAge.toNanos()) {
            own.remove(asked);
            removed(clientAccountId, own);
            kept = null;
        }
        if (kept == null) {
            misses++;
            return Optional.empty();
        }
        hits++;
        return Optional.of(kept.vector());
    }

    synchronized void put(ClientAccountId clientAccountId, Asked asked, EmbeddingVector vector) {
        puts++;
        LinkedHashMap<Asked, Kept> own =
                accounts.computeIfAbsent(clientAccountId, none -> new LinkedHashMap<>(16, LOAD_FACTOR, true));
        if (own.put(asked, new Kept(vector, ticker.read())) == null) {
            size++;
        }
        while (size > mostEntries) {
            evictFrom(clientAccountId, own);
        }
    }

    /** Publishes the numbers of the cache under its name. */
    void monitor(MeterRegistry metrics, String name) {
        new Meters(this, name).bindTo(metrics);
    }

    /** Evicts a vector of the client account with the most, which is the given one if it has as many as any other. */
    private void evictFrom(ClientAccountId clientAccountId, LinkedHashMap<Asked, Kept> own) {
        ClientAccountId most = clientAccountId;
        LinkedHashMap<Asked, Kept> largest = own;
        for (Map.Entry<ClientAccountId, LinkedHashMap<Asked, Kept>> account : accounts.entrySet()) {
            if (account.getValue().size() > largest.size()) {
                most = account.getKey();
                largest = account.getValue();
            }
        }
        Iterator<Asked> oldestFirst = largest.keySet().iterator();
        oldestFirst.next();
        oldestFirst.remove();
        evictions++;
        removed(most, largest);
    }

    private void removed(ClientAccountId clientAccountId, LinkedHashMap<Asked, Kept> left) {
        size--;
        if (left.isEmpty()) {
            accounts.remove(clientAccountId);
        }
    }

    private synchronized Numbers numbers() {
        return new Numbers(size, hits, misses, puts, evictions);
    }

    private record Numbers(long size, long hits, long misses, long puts, long evictions) {
        private static final Numbers NONE = new Numbers(0, 0, 0, 0, 0);
    }

    private static final class Meters extends CacheMeterBinder<VectorCache> {
        private Meters(VectorCache cache, String name) {
            super(cache, name, Tags.empty());
        }

        private Numbers numbers() {
            @Nullable VectorCache cache = getCache();
            return cache == null ? Numbers.NONE : cache.numbers();
        }

        @Override
        protected Long size() {
            return numbers().size();
        }

        @Override
        protected long hitCount() {
            return numbers().hits();
        }

        @Override
        protected Long missCount() {
            return numbers().misses();
        }

        @Override
        protected Long evictionCount() {
            return numbers().evictions();
        }

        @Override
        protected long putCount() {
            return numbers().puts();
        }

        @Override
        protected void bindImplementationSpecificMetrics(MeterRegistry registry) {
            // All that it counts is what every cache counts.
        }
    }
}
