package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.UUID;

class InMemoryEmbeddingSpacesTests extends EmbeddingSpacesContract {
    private final EmbeddingSpaces spaces = new InMemoryEmbeddingSpaces(space("one"));
    private final EmbeddingSpace other = space("other");
    private final TenantScope northwind = TenantScope.forJob(new ClientAccountId(UUID.randomUUID()));
    private final TenantScope harbor = TenantScope.forJob(new ClientAccountId(UUID.randomUUID()));

    private static EmbeddingSpace space(String model) {
        return new EmbeddingSpace(new EmbeddingSpaceId(UUID.randomUUID()), "test", model, 3, Distance.COSINE, 1);
    }

    @Override
    protected EmbeddingSpaces spaces() {
        return spaces;
    }

    @Override
    protected EmbeddingSpace other() {
        return other;
    }

    @Override
    protected TenantScope northwind() {
        return northwind;
    }

    @Override
    protected TenantScope harbor() {
        return harbor;
    }
}
