package io.modernize.cmdb.testsupport.attacks;

import java.time.Duration;
import java.util.Map;

/** Searches by words in assets that have as many words as they may have. */
final class HeavyLexicalAttack implements Attack {
    private static final Duration LONGEST_PREPARATION = Duration.ofMinutes(3);
    private static final int LANE_OF_LIKENESS = 6;
    private static final int LANE_OF_FILTER = 7;

    private final int rows;

    HeavyLexicalAttack(int rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "heavy-lexical";
    }

    @Override
    public String summary() {
        return rows
                + " assets with the longest texts; six searches at a time by words for a hundred hits with highlights,"
                + " one by likeness, one with a filter";
    }

    @Override
    public void prepare(Attacker attacker) {
        StartedJobs jobs = new StartedJobs(attacker.caller());
        Bounds bounds = new Bounds(Integer.MAX_VALUE, LONGEST_PREPARATION);
        String engagement = attacker.engagement(0);
        jobs.awaitEnd(jobs.startImport(engagement, () -> Rows.wordy(rows)), bounds);
        // Only what is embedded has a likeness.
        jobs.awaitEnd(jobs.start(AttackDocuments.START_EMBEDDING, Map.of("engagement", engagement)), bounds);
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        String asset = attacker.caller()
                .data(
                        "query { findSimilarAssets(queryText: \"wordy-0\", mode: LEXICAL, topK: 1) { hits { asset { id"
                                + " } } } }",
                        Map.of())
                .path("findSimilarAssets")
                .path("hits")
                .path(0)
                .path("asset")
                .path("id")
                .asString("00000000-0000-4000-8000-000000000000");
        byte[] words = Caller.body(AttackDocuments.LEXICAL, Map.of("text", "payroll " + Rows.text(7, 500)));
        byte[] filtered = Caller.body(AttackDocuments.LEXICAL_FILTERED, Map.of("text", "payroll " + Rows.text(8, 500)));
        byte[] like = Caller.body(AttackDocuments.LIKE, Map.of("id", asset));
        Lanes.ask(
                attacker.caller(),
                bounds,
                lane -> step -> lane == LANE_OF_LIKENESS ? like : lane == LANE_OF_FILTER ? filtered : words);
    }
}
