package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/**
 * The spaces that a client account's embeddings belong to. One is searched; during a migration another one is kept as
 * fresh beside it.
 */
public interface EmbeddingSpaces extends ActiveSpaces {
    /** The one that client accounts search which have not changed to another. */
    EmbeddingSpace common();

    /** Those that the client account's assets are embedded in, the active one first. */
    List<EmbeddingSpace> maintained(TenantScope scope);

    /** Has the client account's assets embedded in this space, too, from now on; does nothing where they are. */
    void maintain(TenantScope scope, EmbeddingSpace space);

    /** Has searches go by this space from now on, in one transaction. The one before stays maintained. */
    void activate(TenantScope scope, EmbeddingSpace space);
}
