package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.TenantScope;

/** Which embedding space a client account's searches go by. */
@FunctionalInterface
public interface ActiveSpaces {
    /** The one that the client account has changed to, else the common one. */
    EmbeddingSpace active(TenantScope scope);
}
