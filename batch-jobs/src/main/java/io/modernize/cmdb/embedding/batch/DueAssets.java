package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.BulkCapacity;
import io.modernize.cmdb.embedding.application.DueDocument;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
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
 * meanwhile shift nothing. It keeps only the documents of a page, and not its assets, which may be large. It is not safe
 * for concurrent use.
 */
final class DueAssets {
    /** The greatest number of assets of a page. A query costs as much for a hundred assets as for a thousand. */
    private static final int PAGE = 1_024;

    /**
     * The greatest size in memory of an asset that is read. All its texts are at most 64 KiB of UTF-8. They are in
     * memory as they came from the database, and as text of two bytes a character.
     */
    private static final int BYTES_PER_ASSET = 208 * 1_024;

    /** The share of the heap that the assets of a page may take. Several runs may read pages at the same time. */
    private static final int HEAP_SHARE = 32;

    private final TenantScope scope;
    private final EmbeddingSpace space;
    private final EmbeddingStore store;
    private final EmbedDueAssets embedDueAssets;
    private final Deque<DueDocument> page = new ArrayDeque<>();
    private @Nullable AssetId last;
    private boolean ended;

    DueAssets(TenantScope scope, EmbeddingSpace space, EmbeddingStore store, EmbedDueAssets embedDueAssets) {
        this.scope = scope;
        this.space = space;
        this.store = store;
        this.embedDueAssets = embedDueAssets;
    }

    /** The documents of the assets for the next call. There are none at the end. */
    List<DueDocument> next(BulkCapacity capacity) {
        if (page.isEmpty() && !ended) {
            List<Asset> due = store.findDue(
                    scope, space, last, pageSize(capacity, Runtime.getRuntime().maxMemory()));
            page.addAll(embedDueAssets.documents(due));
            if (due.isEmpty()) {
                ended = true;
            } else {
                last = due.getLast().id();
            }
        }
        List<DueDocument> next = new ArrayList<>();
        while (!page.isEmpty() && next.size() < capacity.documentsPerCall()) {
            next.add(page.remove());
        }
        return next;
    }

    /** The number of assets that are read together: as many as are of use, and as fit into their share of the heap. */
    static int pageSize(BulkCapacity capacity, long maxMemory) {
        // A model that takes one call at a time takes long for it: what is read ahead for later would only get old.
        int wanted =
                capacity.callsAtOnce() == 1 ? capacity.documentsPerCall() : Math.max(PAGE, capacity.documentsPerCall());
        return Math.clamp(maxMemory / HEAP_SHARE / BYTES_PER_ASSET, 1, wanted);
    }
}
