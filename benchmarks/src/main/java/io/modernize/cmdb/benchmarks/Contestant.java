package io.modernize.cmdb.benchmarks;

import java.util.List;

/** A system with its data: loaded once, searched in one or more configurations. */
interface Contestant extends AutoCloseable {
    String name();

    /** Makes the tables, fills them, builds the indexes, vacuums and analyses. */
    LoadReport load(Dataset dataset) throws Exception;

    /** The configurations to search in, after {@link #load}. */
    List<Searcher> searchers() throws Exception;

    /** Changes rows through the system's own programming interface. */
    Writer writer() throws Exception;

    @Override
    void close() throws Exception;
}
