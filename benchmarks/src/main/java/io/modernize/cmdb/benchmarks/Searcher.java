package io.modernize.cmdb.benchmarks;

import java.util.List;
import java.util.UUID;

/** One system in one configuration, asked as its users would ask it. It is safe for use by several threads. */
interface Searcher extends AutoCloseable {
    /** The name for people and for the bars. It is unique in a run. */
    String name();

    /** Prepares these searches. The time is not measured. */
    default void prepare(List<Search> searches) throws Exception {}

    /** Identifiers of the rows found, nearest first. */
    List<UUID> search(Search search) throws Exception;

    @Override
    void close();
}
