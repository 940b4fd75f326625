package io.modernize.cmdb.similarity.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle.LivingSpace;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;

/**
 * Begins the migration of a client account to another embedding space. From then on its assets are embedded there, too.
 */
public final class PrepareChange {
    private final EmbeddingSpaces spaces;
    private final SpaceLifecycle lifecycle;
    private final EmbeddingModels models;

    public PrepareChange(EmbeddingSpaces spaces, SpaceLifecycle lifecycle, EmbeddingModels models) {
        this.spaces = spaces;
        this.lifecycle = lifecycle;
        this.models = models;
    }

    /** The space to fill. Empty if no other space has a configured model. */
    public Optional<EmbeddingSpace> begin(TenantScope scope) {
        EmbeddingSpace active = spaces.active(scope);
        Optional<EmbeddingSpace> target = lifecycle.all().stream()
                .map(LivingSpace::space)
                .filter(space -> !space.equals(active) && models.fill(space))
                .findFirst();
        target.ifPresent(space -> spaces.maintain(scope, space));
        return target;
    }
}
