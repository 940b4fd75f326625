package io.modernize.cmdb.benchmarks;

import java.util.List;
import java.util.UUID;

/** One system in one configuration, asked as its users would ask it. Safe for use by several threads. */
interface Searcher extends AutoCloseable {
    /** For people and for the bars: unique in a run. */
    String name();

    /** Called before these are searched for, and not measured. */
    default void prepare(List<Search> searches) throws Exception {}

    /** Identifiers of the rows found, nearest first. */
    List<UUID> search(Search search) throws Exception;

    @Override
    void close();
}
