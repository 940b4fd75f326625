package io.modernize.cmdb.benchmarks;

/** The amount of data of a workload, in a full or a quick run. */
record Size(int rows, int clients) {

    static Size full(WorkloadKind kind) {
        return new Size(kind.rows(), kind.clients());
    }

    /** The size of a quick run. The whole run takes minutes, and has clients of the sizes that are looked at. */
    static Size quick(WorkloadKind kind) {
        return switch (kind) {
            case A -> new Size(10_000, 1);
            case B -> new Size(7_600, 10);
            case C_100K -> new Size(5_000, 100);
            case C -> new Size(20_000, 60);
            case SINGLE -> new Size(10_000, 1);
            case WRITES -> new Size(25_000, 100);
            case MIXED -> new Size(10_000, 50);
        };
    }
}
