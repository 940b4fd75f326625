package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the embeddings of single assets have followed them, for many assets at once. */
public interface EmbeddingStates {
    /** Of each of the assets that the scope has. */
    Map<AssetId, State> of(TenantScope scope, EmbeddingSpace space, Collection<AssetId> assets);

    /**
     * An asset's.
     *
     * @param embeddedAt when it was embedded last; null where it never was
     * @param refusal why the model refuses the asset as it is, fit for people; null unless it does
     */
    record State(
            Status status,
            @Nullable Instant embeddedAt,
            @Nullable String refusal) {}

    /** Whether an embedding is that of what the asset is now. */
    enum Status {
        CURRENT,
        /** The asset has changed since it was embedded. */
        STALE,
        MISSING,
        /** The model refuses the asset as it is. */
        REFUSED
    }
}
