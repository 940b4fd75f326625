package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.InMemoryEmbeddingWorld;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.concurrent.atomic.AtomicReference;

class InMemoryTextIndexTests extends TextIndexContract {
    private final InMemoryEmbeddingWorld world;
    private final AtomicReference<EmbeddingSpace> active;

    InMemoryTextIndexTests() {
        InMemoryEmbeddingWorld world = InMemoryEmbeddingWorld.empty();
        AtomicReference<EmbeddingSpace> active = new AtomicReference<>(world.newSpace(1));
        super(world, new InMemoryTextIndex(world.catalog(), world.store(), active::get), world.store());
        this.world = world;
        this.active = active;
    }

    @Override
    protected EmbeddingSpace newActiveSpace(int dimensions) {
        EmbeddingSpace space = world.newSpace(dimensions);
        active.set(space);
        return space;
    }

    @Override
    protected void deleteEngagement(EngagementId engagementId) {
        TenantScope scope = TenantScope.forJob(clients.northwind(), engagementId);
        world.catalog().all(scope).toList().forEach(asset -> world.delete(scope, asset.id()));
    }
}
