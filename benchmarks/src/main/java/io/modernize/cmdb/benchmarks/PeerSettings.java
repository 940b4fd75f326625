package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** How connections to the peers' databases are set up. */
final class PeerSettings {
    /** One for each of the threads that search at once. */
    static final int CONNECTIONS = 8;

    static final String CUSTOM_PLANS = "plan_cache_mode=force_custom_plan";

    private PeerSettings() {}

    /** What pgvector offers against lost rows under a filter; relaxed order is the faster of its two modes. */
    static List<String> iterative(int searchWidth) {
        List<String> settings = new ArrayList<>();
        settings.add(CUSTOM_PLANS);
        settings.add("hnsw.iterative_scan=relaxed_order");
        settings.add("hnsw.ef_search=" + searchWidth);
        return settings;
    }
}
