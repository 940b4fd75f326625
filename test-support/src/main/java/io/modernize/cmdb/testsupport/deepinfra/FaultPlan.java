package io.modernize.cmdb.testsupport.deepinfra;

import io.modernize.cmdb.testsupport.deepinfra.Fault.Break;
import io.modernize.cmdb.testsupport.deepinfra.Fault.ErrorShape;
import io.modernize.cmdb.testsupport.deepinfra.Fault.Spoil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A plan of faults.
 *
 * @param seed of everything that is left to chance: two runs of the same requests in the same order are alike
 * @param rules the first one that fits a request strikes
 */
public record FaultPlan(long seed, Latency latency, List<FaultRule> rules) {
    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(1, Latency.NONE, List.of());

    private static final Set<String> PLAN_FIELDS = Set.of("seed", "latency", "rules");
    private static final Set<String> RULE_FIELDS =
            Set.of("fault", "inputs", "after", "times", "share", "shape", "retryAfter", "location", "bytes", "pause");
    private static final long HUGE = 100L * 1_024 * 1_024;

    public FaultPlan {
        rules = List.copyOf(rules);
    }

    /** A plan with these rules, without latency. */
    public static FaultPlan of(FaultRule... rules) {
        return new FaultPlan(1, Latency.NONE, List.of(rules));
    }

    /** The same with another latency. */
    public FaultPlan withLatency(Latency newLatency) {
        return new FaultPlan(seed, newLatency, rules);
    }

    /** The same with another seed. */
    public FaultPlan withSeed(long newSeed) {
        return new FaultPlan(newSeed, latency, rules);
    }

    /**
     * Reads a plan from JSON: {@code {"seed": 7, "latency": "lognormal:80ms,0.6", "rules": [{"fault": "429",
     * "retryAfter": "2", "after": 100, "times": 50}, {"fault": "422", "inputs": "(?i)forbidden"}, {"fault": "nan",
     * "share": 0.01}]}}. A fault is a status, {@code error-in-200}, {@code redirect}, {@code drip}, {@code huge}, or
     * one of {@link Spoil} and {@link Break} in lower case with hyphens.
     *
     * @throws IllegalArgumentException for anything else, saying where
     */
    public static FaultPlan parse(String json) {
        JsonNode plan;
        try {
            plan = Bodies.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The plan is not JSON: " + e.getOriginalMessage(), e);
        }
        refuseOthers(plan, PLAN_FIELDS, "the plan");
        List<FaultRule> rules = new ArrayList<>();
        for (JsonNode rule : plan.path("rules")) {
            String place = "rule " + (rules.size() + 1);
            try {
                rules.add(rule(rule, place));
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(place + ": \"inputs\" is no regular expression", e);
            } catch (IllegalArgumentException e) {
                String message = String.valueOf(e.getMessage());
                throw new IllegalArgumentException(message.startsWith(place) ? message : place + ": " + message, e);
            }
        }
        return new FaultPlan(
                plan.path("seed").asLong(1), Latency.parse(plan.path("latency").asString("none")), rules);
    }

    private static FaultRule rule(JsonNode rule, String place) {
        refuseOthers(rule, RULE_FIELDS, place);
        Fault fault = fault(rule);
        if (rule.has("retryAfter")) {
            if (!(fault instanceof Fault.Answer answer)) {
                throw new IllegalArgumentException("\"retryAfter\" belongs to a status");
            }
            fault = answer.with("Retry-After", rule.path("retryAfter").asString());
        }
        return new FaultRule(
                fault,
                rule.has("inputs") ? Pattern.compile(rule.path("inputs").asString()) : null,
                rule.path("after").asInt(0),
                rule.path("times").asInt(Integer.MAX_VALUE),
                rule.path("share").asDouble(1));
    }

    private static Fault fault(JsonNode rule) {
        String name = rule.path("fault").asString("");
        if (name.matches("[2-5]\\d\\d")) {
            int status = Integer.parseInt(name);
            return rule.has("shape") ? Fault.status(status, shape(rule)) : Fault.status(status);
        }
        for (Spoil spoil : Spoil.values()) {
            if (name.equals(word(spoil))) {
                return new Fault.Spoilt(spoil);
            }
        }
        for (Break broken : Break.values()) {
            if (name.equals(word(broken))) {
                return new Fault.Broken(broken);
            }
        }
        return switch (name) {
            case "error-in-200" -> Fault.errorInSuccess(rule.has("shape") ? shape(rule) : ErrorShape.DETAIL_ERROR);
            case "redirect" -> Fault.redirect(rule.path("location").asString("https://example.org/"));
            case "drip" ->
                new Fault.Drip(
                        rule.path("bytes").asInt(1),
                        rule.has("pause") ? Durations.parse(rule.path("pause").asString()) : Duration.ofMillis(100));
            case "huge" -> new Fault.Huge(rule.path("bytes").asLong(HUGE));
            default -> throw new IllegalArgumentException("\"" + name + "\" is no fault. There are " + vocabulary());
        };
    }

    private static ErrorShape shape(JsonNode rule) {
        String name = rule.path("shape").asString();
        return Arrays.stream(ErrorShape.values())
                .filter(shape -> word(shape).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no shape of an error. There are "
                        + Arrays.stream(ErrorShape.values())
                                .map(FaultPlan::word)
                                .toList()));
    }

    /** Every word for a fault. */
    static List<String> vocabulary() {
        List<String> words = new ArrayList<>(List.of("a status (\"429\")", "error-in-200", "redirect", "drip", "huge"));
        Arrays.stream(Spoil.values()).map(FaultPlan::word).forEach(words::add);
        Arrays.stream(Break.values()).map(FaultPlan::word).forEach(words::add);
        return words;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A misspelt field would be a fault that never strikes. */
    private static void refuseOthers(JsonNode node, Set<String> known, String place) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(place + " is no object");
        }
        Set<String> others = new HashSet<>(node.propertyNames());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(place + " has " + others + "; known are "
                    + known.stream().sorted().toList());
        }
    }
}
