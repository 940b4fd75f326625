package io.modernize.cmdb.testsupport.attacks;

/** Load that one analyst may cause. It keeps every limit of the API, and is inconsiderate within them. */
public interface Attack {
    /** The name on the command line and in reports. */
    String name();

    /** What it does, in a few words. */
    String summary();

    /** Stores what the attack needs, and waits until it is stored. Does nothing by default. */
    default void prepare(Attacker attacker) {}

    /** Attacks until the bounds are reached. Counts each answer at the attacker's {@link Caller}. */
    void run(Attacker attacker, Bounds bounds);
}
