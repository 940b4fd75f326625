package io.modernize.cmdb.embedding.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Duration;

/**
 * Remembers each client account's active space for a while, so that a search need not ask for it. A change is seen that
 * much later. Until then searches use the previous space, which must not be deleted so soon.
 */
final class RecentActiveSpaces implements ActiveSpaces {
    static final Duration MAX_AGE = Duration.ofSeconds(5);

    /** The greatest number of client accounts. Each takes some hundred bytes. */
    private static final int MOST_CLIENT_ACCOUNTS = 10_000;

    private final ActiveSpaces spaces;
    private final Cache<ClientAccountId, EmbeddingSpace> recent;

    RecentActiveSpaces(ActiveSpaces spaces, Ticker ticker) {
        this.spaces = spaces;
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENT_ACCOUNTS)
                .expireAfterWrite(MAX_AGE)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public EmbeddingSpace active(TenantScope scope) {
        EmbeddingSpace known = recent.getIfPresent(scope.clientAccountId());
        if (known != null) {
            return known;
        }
        // Not inside the cache, which would let others wait whose keys share a lock: of other client accounts, too.
        EmbeddingSpace space = spaces.active(scope);
        recent.put(scope.clientAccountId(), space);
        return space;
    }
}
