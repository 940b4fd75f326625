package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.TenantScope;

/** The embedding spaces that searches use. */
@FunctionalInterface
public interface ActiveSpaces {
    /** The space that the client account has changed to. If it has not changed, it is the common space. */
    EmbeddingSpace active(TenantScope scope);
}
