package io.modernize.cmdb.testsupport.deepinfra;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A plan under way: which request meets which fault, in the order in which they come. Safe for concurrent use. */
final class FaultSchedule {
    private static final class Countdown {
        private final FaultRule rule;
        private int seen;

        Countdown(FaultRule rule) {
            this.rule = rule;
        }
    }

    private final Latency latency;
    private final SplittableRandom random;
    private final List<Countdown> countdowns = new ArrayList<>();
    private final Deque<Fault> next = new ArrayDeque<>();

    FaultSchedule(FaultPlan plan) {
        this.latency = plan.latency();
        this.random = new SplittableRandom(plan.seed());
        plan.rules().forEach(rule -> countdowns.add(new Countdown(rule)));
    }

    /** Strikes the next requests, one each, before any rule does. */
    synchronized void next(List<? extends Fault> faults) {
        next.addAll(faults);
    }

    /** The fault that the next request meets. */
    synchronized Optional<Fault> strike(List<String> inputs) {
        if (!next.isEmpty()) {
            return Optional.of(next.poll());
        }
        return countdowns.stream()
                .filter(countdown -> strikes(countdown, inputs))
                .findFirst()
                .map(countdown -> countdown.rule.fault());
    }

    synchronized Duration latency() {
        return latency.next(random);
    }

    private boolean strikes(Countdown countdown, List<String> inputs) {
        FaultRule rule = countdown.rule;
        if (rule.inputs() != null
                && inputs.stream()
                        .noneMatch(input -> rule.inputs().matcher(input).find())) {
            return false;
        }
        // A long run must not overflow it.
        countdown.seen = Math.min(countdown.seen, Integer.MAX_VALUE - 1) + 1;
        return countdown.seen > rule.after()
                && countdown.seen - rule.after() <= rule.times()
                && (rule.share() == 1 || random.nextDouble() < rule.share());
    }
}
