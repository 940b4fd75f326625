package io.modernize.cmdb.benchmarks.neighbour;

import io.modernize.cmdb.testsupport.attacks.Tally;
import java.util.Map;

/**
 * What was measured while the same attacks went on.
 *
 * @param name of the attack, or what goes on instead
 * @param searches of the tenant that is measured
 * @param importSeconds of three rows; infinite if they were not imported
 * @param slowestHealthMillis of the probes, also of those that failed
 * @param failedProbes probes without status 200
 * @param restarts how often the service had ended and was started again
 * @param residentBytes the most memory of the process
 * @param attackers the answers that each attacker got
 */
record PhaseFigures(
        String name,
        Victim.Searches searches,
        double importSeconds,
        double slowestHealthMillis,
        int failedProbes,
        int restarts,
        long residentBytes,
        Map<String, Map<String, Long>> attackers) {

    double p95() {
        return searches.durations().milliseconds(0.95);
    }

    /** Searches that were not answered, or with an error. */
    long failures() {
        return searches.durations().count() - searches.tally().of(Tally.ANSWERED);
    }
}
