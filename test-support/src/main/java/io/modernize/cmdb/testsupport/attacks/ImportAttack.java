package io.modernize.cmdb.testsupport.attacks;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Imports into many engagements at once. The changed assets are embedded after each of them. */
final class ImportAttack implements Attack {
    private static final int ENGAGEMENTS = 14;
    private static final int ROWS = 150;

    private static final Duration AFTER_A_REFUSAL = Duration.ofMillis(250);

    private final AtomicInteger rounds = new AtomicInteger();

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public String summary() {
        return "imports of 150 changed rows into fourteen engagements at once, over and over";
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        StartedJobs jobs = new StartedJobs(attacker.caller());
        Lanes.run(ENGAGEMENTS, lane -> {
            while (bounds.takeStep()) {
                int round = rounds.incrementAndGet();
                String job = jobs.startImport(attacker.engagement(2 + lane), () -> Rows.plain(ROWS, round));
                if (job.isEmpty()) {
                    bounds.pause(AFTER_A_REFUSAL);
                }
                jobs.awaitEnd(job, bounds);
            }
        });
    }
}
