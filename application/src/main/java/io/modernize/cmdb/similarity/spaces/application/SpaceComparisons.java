package io.modernize.cmdb.similarity.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;

/** The stored comparisons of spaces. A scope stands for its whole client account. */
public interface SpaceComparisons {
    void append(TenantScope scope, EmbeddingSpace from, EmbeddingSpace to, SpaceComparison comparison);

    /** The last comparison of these two spaces, in this direction. */
    Optional<SpaceComparison> last(TenantScope scope, EmbeddingSpace from, EmbeddingSpace to);
}
