package io.modernize.cmdb.testsupport.deepinfra;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The time that the provider takes to answer. It is at most {@link #LONGEST}, whatever the distribution says. */
public sealed interface Latency {
    /** Longer than any client waits. */
    Duration LONGEST = Duration.ofMinutes(5);

    /** No time beyond what computing takes. */
    Latency NONE = new Fixed(Duration.ZERO);

    /** Always the same. */
    record Fixed(Duration time) implements Latency {}

    /** Any time from {@code least} to {@code most}. */
    record Uniform(Duration least, Duration most) implements Latency {
        public Uniform {
            if (least.compareTo(most) > 0) {
                throw new IllegalArgumentException("a latency from " + least + " to " + most);
            }
        }
    }

    /**
     * The latency of hosted models: most answers are near the median, and a few are far slower.
     *
     * @param median half of all answers are faster
     * @param sigma spread, 0 to 3: the 99th percentile is about {@code exp(2.33 * sigma)} medians
     */
    record LogNormal(Duration median, double sigma) implements Latency {
        public LogNormal {
            // Written so that NaN is refused too.
            if (!(sigma >= 0 && sigma <= 3)) {
                throw new IllegalArgumentException("a log-normal latency with sigma " + sigma + "; allowed are 0 to 3");
            }
        }
    }

    /** The next one. */
    default Duration next(RandomGenerator random) {
        Duration drawn = switch (this) {
            case Fixed fixed -> fixed.time();
            case Uniform uniform ->
                uniform.least()
                        .plusMillis(random.nextLong(
                                uniform.most().minus(uniform.least()).toMillis() + 1));
            case LogNormal logNormal ->
                Duration.ofMillis(Math.round(
                        logNormal.median().toMillis() * Math.exp(logNormal.sigma() * random.nextGaussian())));
        };
        return drawn.compareTo(LONGEST) < 0 ? drawn : LONGEST;
    }

    /**
     * Reads {@code none}, {@code fixed:50ms}, {@code uniform:20ms,80ms} or {@code lognormal:80ms,0.6}.
     *
     * @throws IllegalArgumentException for anything else, saying what is allowed
     */
    static Latency parse(String text) {
        if (text.equals("none")) {
            return NONE;
        }
        int colon = text.indexOf(':');
        List<String> values = List.of(text.substring(colon + 1).split(",", -1));
        String kind = colon < 0 ? "" : text.substring(0, colon) + "/" + values.size();
        return switch (kind) {
            case "fixed/1" -> new Fixed(Durations.parse(values.get(0)));
            case "uniform/2" -> new Uniform(Durations.parse(values.get(0)), Durations.parse(values.get(1)));
            case "lognormal/2" -> new LogNormal(Durations.parse(values.get(0)), Double.parseDouble(values.get(1)));
            default ->
                throw new IllegalArgumentException("\"" + text + "\" is no latency. Write none, fixed:50ms,"
                        + " uniform:20ms,80ms or lognormal:80ms,0.6 (median and spread)");
        };
    }
}
