package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle.LivingSpace;
import java.util.List;

/**
 * Gives each configured model its space before the service answers. A model must not change by a mere change of
 * settings: if the model of a searched space is not configured, the start fails.
 */
public final class PrepareSpaces {
    /**
     * The greatest number of spaces: one that is searched and one to follow. More would multiply the cost of every
     * change of an asset.
     */
    private static final int MOST_SPACES = 2;

    private final SpaceLifecycle lifecycle;
    private final EmbeddingModels models;

    public PrepareSpaces(SpaceLifecycle lifecycle, EmbeddingModels models) {
        this.lifecycle = lifecycle;
        this.models = models;
    }

    /**
     * Creates the missing spaces.
     *
     * @throws ActiveSpaceMismatchException if the model of a searched space is not configured
     * @throws TooManySpacesException if a third space would be needed
     */
    public void prepare() {
        requireModelsOfSearchedSpaces();
        for (EmbeddingModel model : models.all()) {
            List<EmbeddingSpace> existing =
                    lifecycle.all().stream().map(LivingSpace::space).toList();
            if (existing.size() >= MOST_SPACES && existing.stream().noneMatch(space -> isOf(model, space))) {
                throw new TooManySpacesException(existing, model.profile());
            }
            lifecycle.ensure(model.profile(), AssetDocumentTemplate.VERSION);
        }
        // Again: of two instances that start at once with different models, one has made the common space.
        requireModelsOfSearchedSpaces();
    }

    private void requireModelsOfSearchedSpaces() {
        for (LivingSpace living : lifecycle.all()) {
            if (living.isSearched() && !models.serve(living.space())) {
                throw new ActiveSpaceMismatchException(
                        living.space(), models.all().getFirst().profile(), AssetDocumentTemplate.VERSION);
            }
        }
    }

    private static boolean isOf(EmbeddingModel model, EmbeddingSpace space) {
        return space.isOf(model.profile()) && space.templateVersion() == AssetDocumentTemplate.VERSION;
    }
}
