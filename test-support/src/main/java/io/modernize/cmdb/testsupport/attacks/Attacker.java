package io.modernize.cmdb.testsupport.attacks;

import java.util.List;

/**
 * An analyst of a client account, and where he works.
 *
 * @param engagements the ids of at least one engagement that he may change
 */
public record Attacker(Caller caller, List<String> engagements) {
    /** Copies the list. Throws {@link IllegalArgumentException} if it is empty. */
    public Attacker {
        engagements = List.copyOf(engagements);
        if (engagements.isEmpty()) {
            throw new IllegalArgumentException("An attacker needs an engagement");
        }
    }

    /** One of the engagements. The numbers go round. */
    String engagement(int number) {
        return engagements.get(Math.floorMod(number, engagements.size()));
    }
}
