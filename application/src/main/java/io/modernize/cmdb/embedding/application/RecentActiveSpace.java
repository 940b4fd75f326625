package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the active space for a while, so that a search need not ask for it. Another one that was activated is seen
 * that much later; until then searches use the one before, whose embeddings must be kept as long.
 */
public final class RecentActiveSpace implements EmbeddingSpaces {
    private final EmbeddingSpaces spaces;
    private final Duration maxAge;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    private record Seen(EmbeddingSpace space, Instant until) {}

    public RecentActiveSpace(EmbeddingSpaces spaces, Duration maxAge, Clock clock) {
        this.spaces = spaces;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    @Override
    public EmbeddingSpace ensureActive(ModelProfile model, int templateVersion) {
        return remember(spaces.ensureActive(model, templateVersion));
    }

    @Override
    public EmbeddingSpace active() {
        Seen last = seen;
        return last != null && clock.instant().isBefore(last.until()) ? last.space() : remember(spaces.active());
    }

    private EmbeddingSpace remember(EmbeddingSpace space) {
        seen = new Seen(space, clock.instant().plus(maxAge));
        return space;
    }
}
