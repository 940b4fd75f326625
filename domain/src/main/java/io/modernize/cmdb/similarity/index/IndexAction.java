package io.modernize.cmdb.similarity.index;

/** The work that is due on the index of a client account. */
public sealed interface IndexAction {

    /** Nothing is due: no index is missing, and none should be rebuilt or dropped. */
    record Keep() implements IndexAction {}

    /** An index is to be built. It replaces the present one if there is any. */
    record Build(BuildReason reason) implements IndexAction {}

    /** The index is to be dropped, since so few rows are searched as fast without it. */
    record Drop() implements IndexAction {}

    /** The reason why an index is built. */
    enum BuildReason {
        /** There is no index yet, and the client account has grown large enough. */
        GROWN,
        /** Too many rows were written since the index was built. They are searched without it. */
        LONG_TAIL,
        /** Too many entries of the index stand for rows that are gone. A search passes them for nothing. */
        DEAD_ENTRIES,
        /** The index was built with other parameters than those that are configured now. */
        OTHER_PARAMETERS
    }
}
