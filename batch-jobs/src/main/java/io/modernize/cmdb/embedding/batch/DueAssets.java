package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.BulkCapacity;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands out due assets, each once, in portions of one call. It reads pages by their keys, so assets that were embedded
 * meanwhile shift nothing. It is not safe for concurrent use.
 */
final class DueAssets {
    /** The number of assets of a page. A query costs as much for a hundred assets as for a thousand. */
    private static final int PAGE = 1_024;

    private final TenantScope scope;
    private final EmbeddingSpace space;
    private final EmbeddingStore store;
    private final Deque<Asset> page = new ArrayDeque<>();
    private @Nullable AssetId last;
    private boolean ended;

    DueAssets(TenantScope scope, EmbeddingSpace space, EmbeddingStore store) {
        this.scope = scope;
        this.space = space;
        this.store = store;
    }

    /** The assets for the next call. There are none at the end. */
    List<Asset> next(BulkCapacity capacity) {
        if (page.isEmpty() && !ended) {
            // A model that takes one call at a time takes long for it: what is read ahead for later would only get old.
            int limit = capacity.callsAtOnce() == 1
                    ? capacity.documentsPerCall()
                    : Math.max(PAGE, capacity.documentsPerCall());
            List<Asset> due = store.findDue(scope, space, last, limit);
            page.addAll(due);
            if (due.isEmpty()) {
                ended = true;
            } else {
                last = due.getLast().id();
            }
        }
        List<Asset> next = new ArrayList<>();
        while (!page.isEmpty() && next.size() < capacity.documentsPerCall()) {
            next.add(page.remove());
        }
        return next;
    }
}
