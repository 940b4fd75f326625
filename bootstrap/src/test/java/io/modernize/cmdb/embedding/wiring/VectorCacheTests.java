package io.modernize.cmdb.embedding.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.tenancy.ClientAccountId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorCacheTests {
    private static final ClientAccountId QUIET = new ClientAccountId(UUID.randomUUID());
    private static final ClientAccountId BUSY = new ClientAccountId(UUID.randomUUID());
    private static final ClientAccountId SECOND_BUSY = new ClientAccountId(UUID.randomUUID());
    private static final EmbeddingSpaceId SPACE = new EmbeddingSpaceId(UUID.randomUUID());

    private final AtomicLong now = new AtomicLong();
    private final VectorCache cache = new VectorCache(10, Duration.ofNanos(100), now::get);

    @Test
    void aClientAccountLosesNoVectorToOneThatHasMore() {
        put(QUIET, 3);

        put(BUSY, 1_000);
        put(SECOND_BUSY, 1_000);

        assertThat(kept(QUIET, 3)).isEqualTo(3);
        assertThat(kept(BUSY, 1_000) + kept(SECOND_BUSY, 1_000)).isEqualTo(7);
    }

    @Test
    void oneThatComesLaterGetsItsShareOfAFullCache() {
        put(BUSY, 1_000);

        put(QUIET, 5);

        assertThat(kept(QUIET, 5)).isEqualTo(5);
        assertThat(kept(BUSY, 1_000)).isEqualTo(5);
    }

    @Test
    void usesAllEntriesForOneClientAccountIfThereIsNoOther() {
        put(BUSY, 1_000);

        assertThat(kept(BUSY, 1_000)).isEqualTo(10);
    }

    @Test
    void forgetsWhatWasNotUsedForTheLongestTime() {
        put(BUSY, 10);
        cache.find(BUSY, asked(0));

        put(BUSY, asked(10));

        assertThat(cache.find(BUSY, asked(0))).isPresent();
        assertThat(cache.find(BUSY, asked(1))).isEmpty();
    }

    @Test
    void forgetsWhatIsTooOldHoweverOftenItIsUsed() {
        put(QUIET, 1);
        now.set(99);
        assertThat(cache.find(QUIET, asked(0))).isPresent();
        now.set(100);

        assertThat(cache.find(QUIET, asked(0))).isEmpty();
    }

    @Test
    void sharesNoVectorBetweenClientAccounts() {
        put(QUIET, 1);

        assertThat(cache.find(BUSY, asked(0))).isEmpty();
    }

    private void put(ClientAccountId clientAccountId, int count) {
        IntStream.range(0, count).forEach(i -> put(clientAccountId, asked(i)));
    }

    private void put(ClientAccountId clientAccountId, VectorCache.Asked asked) {
        cache.put(clientAccountId, asked, EmbeddingVector.normalised(new float[] {1, 0}));
    }

    private long kept(ClientAccountId clientAccountId, int count) {
        return IntStream.range(0, count)
                .filter(i -> cache.find(clientAccountId, asked(i)).isPresent())
                .count();
    }

    private static VectorCache.Asked asked(int number) {
        return new VectorCache.Asked(SPACE, "text " + number);
    }
}
