package io.modernize.cmdb.benchmarks;

import java.util.List;

/** The measurements of this project's service beyond those of every system. */
interface ServiceContestant extends Contestant {
    /** {@code FindSimilarAssets} with a query vector that exists already. */
    String USE_CASE = "Ours, use case";

    /** {@code FindSimilarAssets} through GraphQL over HTTP with a token. */
    String HTTP = "Ours, HTTP";

    /** The statement of the use case's plan, on a plain connection of a superuser. */
    String STATEMENT = "Ours, bare statement";

    String NAME = "Ours";

    /** Inserts for a client without an HNSW index. */
    String WRITES_SMALL = "Ours, client without HNSW";

    /** Inserts for a client that has an HNSW index. */
    String WRITES_LARGE = "Ours, client with HNSW";

    /** Inserts for all clients by their shares. */
    String WRITES_MIXED = "Ours, all clients";

    String COPY_OURS = "COPY into our table";
    String COPY_BARE = "COPY into a bare table";

    /** Planning and execution of the bare statement with and without row-level security. */
    RowLevelSecurity rowLevelSecurity(Band band, Selectivity selectivity, List<Search> searches) throws Exception;

    /**
     * Plain COPY of the rows into its table, and into a bare table of {@code vector}. These are the limits of any
     * insert.
     */
    List<WriteTarget> copyTargets() throws Exception;

    /** A way to write under a name of its own. */
    record WriteTarget(String name, Writer writer) {}
}
