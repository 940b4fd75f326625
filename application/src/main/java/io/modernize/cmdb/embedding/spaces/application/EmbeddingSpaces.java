package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/**
 * The embedding spaces of a client account. One is searched. During a migration, another one is kept up to date beside
 * it.
 */
public interface EmbeddingSpaces extends ActiveSpaces {
    /** The space that client accounts search if they have not changed to another one. */
    EmbeddingSpace common();

    /** The spaces that the client account's assets are embedded in, the active one first. */
    List<EmbeddingSpace> maintained(TenantScope scope);

    /** Adds this space to those that the client account's assets are embedded in. Does nothing if it is one of them. */
    void maintain(TenantScope scope, EmbeddingSpace space);

    /** Makes searches use this space from now on, in one transaction. The previous space stays maintained. */
    void activate(TenantScope scope, EmbeddingSpace space);
}
