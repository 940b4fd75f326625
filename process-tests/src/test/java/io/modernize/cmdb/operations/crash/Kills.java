package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Kills jobs at random moments: after some of the work that is left, and a random time more, so that it is as likely
 * within a transaction as between two; now and then before there is any progress.
 */
final class Kills {
    private static final int BUSY = 5;

    /** One of so many is killed while it starts. */
    private static final int START_UPS = 5;

    /** More than any transaction lasts. */
    private static final int MOST_MILLIS_MORE = 200;

    private static final int MOST_MILLIS_OF_MIGRATION = 500;

    private final PackagedProgram program;
    private final Map<String, String> settings;
    private final Stored stored;
    private final Random random;
    private final Map<String, Integer> byPhase = new TreeMap<>();
    private int left;
    private int starts;
    private int busy;
    /** From the start of a process to its first progress, as last seen. */
    private long startUpMillis = 3_000;

    Kills(int wanted, PackagedProgram program, Map<String, String> settings, Stored stored, long seed) {
        this.left = wanted;
        this.program = program;
        this.settings = settings;
        this.stored = stored;
        this.random = new Random(seed);
    }

    int left() {
        return left;
    }

    /**
     * Runs the job until it is done.
     *
     * @param share kills of it, if it lasts that long
     */
    void during(KilledJob job, int share) {
        int planned = share;
        while (true) {
            if (planned == 0) {
                // Whoever waits for a server that still works for the dead is told that it is busy.
                stored.awaitSilence();
            }
            try (RunningProgram process =
                    program.start(settings, job.arguments().toArray(String[]::new))) {
                starts++;
                String phase = planned == 0 ? "" : awaitMoment(process, job, planned);
                boolean killed = planned > 0 && process.kill();
                int exitCode = process.awaitEnd();
                if (killed) {
                    planned--;
                    left--;
                    byPhase.merge(phase, 1, Integer::sum);
                }
                stored.requireInvariants();
                if (stored.isMigrated()) {
                    job.afterRun().run();
                }
                if (killed) {
                    continue;
                }
                if (exitCode == job.exitCode()) {
                    return;
                }
                assertThat(exitCode).as(process.toString()).isEqualTo(BUSY);
                assertThat(planned).as("busy, though nobody else is there").isPositive();
                busy++;
                stored.awaitSilence();
            }
        }
    }

    /** Tells which one it is. */
    private String awaitMoment(RunningProgram process, KilledJob job, int planned) {
        if (byPhase.isEmpty()) {
            process.runsUntil(stored::isBeingMigrated);
            process.runFor(random.nextInt(MOST_MILLIS_OF_MIGRATION));
            return "migration";
        }
        if (random.nextInt(START_UPS) == 0) {
            process.runFor(random.nextLong(startUpMillis));
            return "start-up";
        }
        double begin = job.progress().getAsDouble();
        int parts = job.keepsProgress() ? planned + 1 : 2;
        double goal = begin + (1 - begin) * random.nextDouble() * 2 / parts;
        if (process.runsUntil(() -> job.progress().getAsDouble() > begin)) {
            startUpMillis = process.millis();
            process.runsUntil(() -> job.progress().getAsDouble() >= goal);
            process.runFor(random.nextInt(MOST_MILLIS_MORE));
        }
        return job.name();
    }

    @Override
    public String toString() {
        return byPhase.values().stream().mapToInt(Integer::intValue).sum() + " kills " + byPhase + ", " + starts
                + " starts, " + busy + " of them busy";
    }
}
