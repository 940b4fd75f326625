package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of the embeddings of single assets, for many assets at once. */
public interface EmbeddingStates {
    /** The states of those of the assets that the scope has. */
    Map<AssetId, State> of(TenantScope scope, EmbeddingSpace space, Collection<AssetId> assets);

    /**
     * The state of one asset's embedding.
     *
     * @param embeddedAt when the asset was last embedded; null if it never was
     * @param refusal why the model refuses the asset as it is, fit for people; null if it does not refuse it
     */
    record State(
            Status status,
            @Nullable Instant embeddedAt,
            @Nullable String refusal) {}

    /** Whether the embedding of an asset is up to date. */
    enum Status {
        CURRENT,
        /** The asset has changed since it was embedded. */
        STALE,
        MISSING,
        /** The model refuses the asset as it is now. */
        REFUSED
    }
}
