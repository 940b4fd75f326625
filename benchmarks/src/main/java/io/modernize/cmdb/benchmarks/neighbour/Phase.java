package io.modernize.cmdb.benchmarks.neighbour;

import io.modernize.cmdb.testsupport.attacks.Attack;
import io.modernize.cmdb.testsupport.attacks.Attacker;
import io.modernize.cmdb.testsupport.attacks.Bounds;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Attacks that go on, and the tenant that is measured beside them. */
final class Phase {
    /** A bound that no attack reaches in its time. */
    private static final int STEPS = 1_000_000;

    /** What an import may take beyond the searches, and attacks go on meanwhile. */
    private static final Duration LONGEST_IMPORT = Duration.ofSeconds(65);

    /** What attackers still wait for when an attack is over. */
    private static final Duration LONGEST_ANSWERS = Duration.ofSeconds(3);

    private static final Duration LEAD = Duration.ofSeconds(1);
    private static final long SECONDS_BETWEEN_PROBES = 1;

    private final ServiceProcess service;
    private final Victim victim;
    private final Duration length;

    Phase(ServiceProcess service, Victim victim, Duration length) {
        this.service = service;
        this.victim = victim;
        this.length = length;
    }

    /** An attack with the one who makes it. */
    record Assault(String name, Attack attack, Attacker attacker) {}

    /** What the probes saw. */
    private record Probed(double slowestMillis, int failed, long residentBytes) {}

    /** Measures while the attacks go on, and returns when they have ended. */
    PhaseFigures measure(String name, List<Assault> assaults)
            throws IOException, InterruptedException, ExecutionException {
        int restarts = service.restarts();
        Bounds bounds = new Bounds(STEPS, LEAD.plus(length).plus(LONGEST_IMPORT));
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> attacks = new ArrayList<>();
            for (Assault assault : assaults) {
                attacks.add(threads.submit(() -> assault.attack().run(assault.attacker(), bounds)));
            }
            TimeUnit.NANOSECONDS.sleep(LEAD.toNanos());
            Future<Probed> probes = threads.submit(() -> probeUntil(end));
            Future<Double> seconds = threads.submit((Callable<Double>) victim::importThreeRows);
            Victim.Searches searches = victim.search(length);
            double importSeconds = seconds.get();
            end.countDown();
            Probed probed = probes.get();
            bounds.stop();
            Map<String, Map<String, Long>> answers = settled(assaults, attacks);
            service.startAgainIfEnded();
            return new PhaseFigures(
                    name,
                    searches,
                    importSeconds,
                    probed.slowestMillis(),
                    probed.failed(),
                    service.restarts() - restarts,
                    probed.residentBytes(),
                    answers);
        }
    }

    private Probed probeUntil(CountDownLatch end) throws IOException, InterruptedException {
        double slowest = 0;
        int failed = 0;
        long resident = 0;
        while (!end.await(SECONDS_BETWEEN_PROBES, TimeUnit.SECONDS)) {
            Health.Look look = service.health().look();
            slowest = Math.max(slowest, look.nanos() / 1e6);
            failed += look.isHealthy() ? 0 : 1;
            resident = Math.max(resident, service.residentBytes());
            service.startAgainIfEnded();
        }
        return new Probed(slowest, failed, resident);
    }

    /** Lets the last answers arrive, and gives up those that are late. */
    private static Map<String, Map<String, Long>> settled(List<Assault> assaults, List<Future<?>> attacks)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + LONGEST_ANSWERS.toNanos();
        for (Future<?> attack : attacks) {
            try {
                attack.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // Its callers are closed below, which ends it.
            }
        }
        Map<String, Map<String, Long>> answers = tallies(assaults);
        assaults.forEach(assault -> assault.attacker().caller().close());
        return answers;
    }

    private static Map<String, Map<String, Long>> tallies(List<Assault> assaults) {
        Map<String, Map<String, Long>> tallies = new LinkedHashMap<>();
        assaults.forEach(assault ->
                tallies.put(assault.name(), assault.attacker().caller().tally().counts()));
        return tallies;
    }
}
