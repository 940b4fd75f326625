package io.modernize.cmdb.embedding.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.ModelProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentActiveSpaceTests {
    private final ScriptedSpaces spaces = new ScriptedSpaces();
    private final SteppedClock clock = new SteppedClock();
    private final RecentActiveSpace recent = new RecentActiveSpace(spaces, Duration.ofSeconds(5), clock);

    @Test
    void asksOnceWhileTheAnswerIsRecent() {
        EmbeddingSpace first = recent.active();
        spaces.activate(space());
        clock.step(Duration.ofMillis(4_999));

        assertThat(recent.active()).isEqualTo(first);
    }

    @Test
    void seesAnotherSpaceWhenTheAnswerHasGrownOld() {
        recent.active();
        EmbeddingSpace second = space();
        spaces.activate(second);
        clock.step(Duration.ofSeconds(5));

        assertThat(recent.active()).isEqualTo(second);
    }

    @Test
    void knowsAtOnceWhatItHasMadeSureOf() {
        recent.active();
        EmbeddingSpace second = space();
        spaces.activate(second);
        recent.ensureActive(new ModelProfile("test", "test", 3, 1, 512), 1);

        assertThat(recent.active()).isEqualTo(second);
    }

    private static EmbeddingSpace space() {
        return new EmbeddingSpace(new EmbeddingSpaceId(UUID.randomUUID()), "test", "test", 3, Distance.COSINE, 1);
    }

    private static final class ScriptedSpaces implements EmbeddingSpaces {
        private EmbeddingSpace active = space();

        void activate(EmbeddingSpace space) {
            active = space;
        }

        @Override
        public EmbeddingSpace ensureActive(ModelProfile model, int templateVersion) {
            return active;
        }

        @Override
        public EmbeddingSpace active() {
            return active;
        }
    }

    private static final class SteppedClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T09:30:00Z");

        void step(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
