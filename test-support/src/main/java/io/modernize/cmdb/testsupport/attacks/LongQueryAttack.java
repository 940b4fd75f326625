package io.modernize.cmdb.testsupport.attacks;

import java.util.Map;

/** Questions as long as they may be, none like another: the model reads each of them. */
final class LongQueryAttack implements Attack {
    private static final int LONGEST_QUESTION = 2_000;

    @Override
    public String name() {
        return "long-queries";
    }

    @Override
    public String summary() {
        return "eight hybrid searches at a time, each by another text of 2,000 characters";
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        Lanes.ask(
                attacker.caller(),
                bounds,
                lane -> step -> Caller.body(
                        AttackDocuments.HYBRID, Map.of("text", Rows.text(lane * 100_000 + step, LONGEST_QUESTION))));
    }
}
