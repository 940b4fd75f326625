package io.modernize.cmdb.testsupport.attacks;

import java.time.Duration;
import java.util.Map;

/** Asks for the largest answers that documents within the limits describe. */
final class BigAnswerAttack implements Attack {
    /** So many rows stay below the size of an upload. */
    private static final int ROWS_OF_A_FILE = 55;

    private static final Duration LONGEST_PREPARATION = Duration.ofMinutes(3);

    private final int rows;

    BigAnswerAttack(int rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "big-answers";
    }

    @Override
    public String summary() {
        return rows + " assets with fifteen source attributes of 65,000 characters; eight requests at a time for three"
                + " hundred hits with all attributes";
    }

    @Override
    public void prepare(Attacker attacker) {
        Bounds bounds = new Bounds(Integer.MAX_VALUE, LONGEST_PREPARATION);
        StartedJobs jobs = new StartedJobs(attacker.caller());
        for (int first = 0; first < rows; first += ROWS_OF_A_FILE) {
            int start = first;
            int count = Math.min(ROWS_OF_A_FILE, rows - first);
            jobs.awaitEnd(jobs.startImport(attacker.engagement(1), () -> Rows.large(start, count)), bounds);
        }
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        byte[] body = question();
        Lanes.ask(attacker.caller(), bounds, lane -> step -> body);
    }

    static byte[] question() {
        return Caller.body(AttackDocuments.BIG, Map.of("text", "archive"));
    }
}
