package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The settings of connections to the peers' databases. */
final class PeerSettings {
    /** The number of connections, one for each of the threads that search at once. */
    static final int CONNECTIONS = 8;

    static final String CUSTOM_PLANS = "plan_cache_mode=force_custom_plan";

    private PeerSettings() {}

    /**
     * The settings with which pgvector avoids lost rows under a filter. Relaxed order is the faster of its two modes.
     */
    static List<String> iterative(int searchWidth) {
        List<String> settings = new ArrayList<>();
        settings.add(CUSTOM_PLANS);
        settings.add("hnsw.iterative_scan=relaxed_order");
        settings.add("hnsw.ef_search=" + searchWidth);
        return settings;
    }
}
