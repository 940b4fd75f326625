package io.modernize.cmdb.benchmarks;

/** The kinds of workloads, with the amount of data of a full run. */
enum WorkloadKind {
    A("a", 10_000, 384, 1, 5),
    B("b", 100_000, 1_536, 200, 10),
    C_100K("c-100k", 100_000, 384, 1_000, 10),
    C("c", 1_000_000, 384, 1_000, 10),
    SINGLE("single", 20_000, 384, 1, 5),
    WRITES("writes", 100_000, 384, 200, 10),
    MIXED("mixed", 100_000, 384, 200, 10);

    private final String label;
    private final int rows;
    private final int dimensions;
    private final int clients;
    private final int topK;

    WorkloadKind(String label, int rows, int dimensions, int clients, int topK) {
        this.label = label;
        this.rows = rows;
        this.dimensions = dimensions;
        this.clients = clients;
        this.topK = topK;
    }

    /** The name on the command line. */
    String label() {
        return label;
    }

    int rows() {
        return rows;
    }

    int dimensions() {
        return dimensions;
    }

    int clients() {
        return clients;
    }

    /** The number of rows that a search asks for. */
    int topK() {
        return topK;
    }
}
