package io.modernize.cmdb.api.gate;

import java.util.HashMap;
import java.util.Map;

/**
 * Limits how many things each owner does at the same time. It holds only owners that do something.
 *
 * @param <K> identifies an owner, such as an identity
 */
final class Slots<K> {
    private final int mostOfOne;
    private final int most;
    private final Map<K, Integer> taken = new HashMap<>();
    private int total;

    Slots(int mostOfOne, int most) {
        this.mostOfOne = mostOfOne;
        this.most = most;
    }

    /** The result of asking for a slot. */
    enum Outcome {
        TAKEN,
        OWNER_HAS_MOST,
        ALL_TAKEN
    }

    /** Takes a slot. The taker has to give it back. */
    synchronized Outcome take(K owner) {
        int own = taken.getOrDefault(owner, 0);
        if (own >= mostOfOne) {
            return Outcome.OWNER_HAS_MOST;
        }
        if (total >= most) {
            return Outcome.ALL_TAKEN;
        }
        taken.put(owner, own + 1);
        total++;
        return Outcome.TAKEN;
    }

    synchronized void giveBack(K owner) {
        taken.computeIfPresent(owner, (unused, own) -> own == 1 ? null : own - 1);
        total--;
    }
}
