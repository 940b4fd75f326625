package io.modernize.cmdb.embedding.batch;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How embedding jobs put up with providers.
 *
 * @param patience how long a run waits, all its pauses together, for a model that is out of reach; zero to give up at once
 * @param firstPause where the provider does not say how long; doubles up to a minute
 * @param tokensPerDay tokens (UTC day) of a client account after which a run stops, at least 1; none by default. Calls under
 *     way are finished, so that a run may go beyond it by what these take
 * @param schedule cron expression with seconds, of the job that embeds what was left over; {@code -} for never
 */
@ConfigurationProperties(EmbeddingJobProperties.PREFIX)
record EmbeddingJobProperties(
        @DefaultValue("30m") Duration patience,
        @DefaultValue("1s") Duration firstPause,
        @Nullable Long tokensPerDay,
        @DefaultValue("0 */5 * * * *") String schedule) {
    static final String PREFIX = "cmdb.embedding.job";

    private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);
    private static final Duration LONGEST_FIRST_PAUSE = Duration.ofMinutes(1);

    EmbeddingJobProperties {
        if (patience.isNegative() || patience.compareTo(LONGEST_PATIENCE) > 0) {
            throw new IllegalArgumentException(PREFIX + ".patience is " + patience + "; allowed are 0 to a day");
        }
        if (!firstPause.isPositive() || firstPause.compareTo(LONGEST_FIRST_PAUSE) > 0) {
            throw new IllegalArgumentException(
                    PREFIX + ".first-pause is " + firstPause + "; allowed are 1 ms to a minute");
        }
        if (tokensPerDay != null && tokensPerDay < 1) {
            throw new IllegalArgumentException(PREFIX + ".tokens-per-day is " + tokensPerDay + "; at least 1");
        }
    }

    OptionalLong budget() {
        return tokensPerDay == null ? OptionalLong.empty() : OptionalLong.of(tokensPerDay);
    }
}
