package io.modernize.cmdb.testsupport.attacks;

import java.util.Map;
import java.util.UUID;

/** Documents and questions that occur once, and mutations that are refused: what caches and logs grow by. */
final class RandomDocumentAttack implements Attack {
    private static final int KINDS = 4;

    @Override
    public String name() {
        return "random-documents";
    }

    @Override
    public String summary() {
        return "eight requests at a time: documents and questions that occur once, mutations that are refused";
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        Lanes.ask(attacker.caller(), bounds, lane -> step -> switch (lane % KINDS) {
            case 0 -> Caller.body(document(lane * 1_000_000 + step), Map.of());
            case 1 ->
                Caller.body(
                        AttackDocuments.RESTART, Map.of("id", UUID.randomUUID().toString()));
            case 2 -> Caller.body(AttackDocuments.RENAME, Map.of("engagement", attacker.engagement(step)));
            default -> Caller.body(AttackDocuments.HYBRID, Map.of("text", "question " + UUID.randomUUID()));
        });
    }

    /** Some kilobytes that a cache would keep. */
    static String document(int number) {
        StringBuilder document = new StringBuilder("query Q").append(number).append(" {");
        for (int i = 0; i < 90; i++) {
            document.append(" a").append(number).append('_').append(i).append(": __typename");
        }
        return document.append(" engagements { id } }").toString();
    }
}
