package io.modernize.cmdb.similarity.index;

/** What is to be done about a client account's index. */
public sealed interface IndexAction {

    /** Nothing: neither is an index missing, nor is there one that should be built anew or dropped. */
    record Keep() implements IndexAction {}

    /** Build an index, in the place of the present one if there is any. */
    record Build(BuildReason reason) implements IndexAction {}

    /** Drop the index, since so few rows are searched as fast without. */
    record Drop() implements IndexAction {}

    /** Why an index is built. */
    enum BuildReason {
        /** There is none yet, and the client account has grown large enough. */
        GROWN,
        /** Too many rows have been written since it was built; they are searched without it. */
        LONG_TAIL,
        /** Too many of its entries stand for rows that are gone; a search passes them for nothing. */
        DEAD_ENTRIES,
        /** It was built with other parameters than those that are configured now. */
        OTHER_PARAMETERS
    }
}
