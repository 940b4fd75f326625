package io.modernize.cmdb.api.gate;

import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.HashMap;
import java.util.Map;

/** Limits how many things each identity does at the same time. It holds only identities that do something. */
final class Slots {
    private final int mostPerIdentity;
    private final int most;
    private final Map<PrincipalIdentity, Integer> taken = new HashMap<>();
    private int total;

    Slots(int mostPerIdentity, int most) {
        this.mostPerIdentity = mostPerIdentity;
        this.most = most;
    }

    /** The result of asking for a slot. */
    enum Outcome {
        TAKEN,
        IDENTITY_HAS_MOST,
        ALL_TAKEN
    }

    /** Takes a slot. The taker has to give it back. */
    synchronized Outcome take(PrincipalIdentity identity) {
        int own = taken.getOrDefault(identity, 0);
        if (own >= mostPerIdentity) {
            return Outcome.IDENTITY_HAS_MOST;
        }
        if (total >= most) {
            return Outcome.ALL_TAKEN;
        }
        taken.put(identity, own + 1);
        total++;
        return Outcome.TAKEN;
    }

    synchronized void giveBack(PrincipalIdentity identity) {
        taken.computeIfPresent(identity, (unused, own) -> own == 1 ? null : own - 1);
        total--;
    }
}
