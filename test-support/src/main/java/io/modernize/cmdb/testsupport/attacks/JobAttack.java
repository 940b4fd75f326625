package io.modernize.cmdb.testsupport.attacks;

import java.time.Duration;
import java.util.Map;

/** Keeps fifty jobs in the queue. */
final class JobAttack implements Attack {
    /** With two kinds of jobs each, fifty jobs wait. */
    private static final int ENGAGEMENTS = 25;

    private static final int LANES = 4;

    /** A round of all engagements costs as many points as come back in a second. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String summary() {
        return "fifty queued jobs of twenty-five engagements: embedding and duplicates";
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        StartedJobs jobs = new StartedJobs(attacker.caller());
        Lanes.run(LANES, lane -> {
            while (bounds.goesOn()) {
                for (int i = lane; i < ENGAGEMENTS && bounds.takeStep(); i += LANES) {
                    Map<String, String> engagement = Map.of("engagement", attacker.engagement(i));
                    jobs.start(AttackDocuments.START_DUPLICATES, engagement);
                    jobs.start(AttackDocuments.START_EMBEDDING, engagement);
                }
                bounds.pause(BETWEEN_ROUNDS);
            }
        });
    }
}
