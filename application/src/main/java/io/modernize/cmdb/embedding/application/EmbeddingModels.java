package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configured models: one, and two during a migration. The vectors of a space and of its queries come from the same
 * model.
 */
public final class EmbeddingModels {
    private final List<EmbeddingModel> models;

    public EmbeddingModels(EmbeddingModel model, Optional<NextEmbeddingModel> next) {
        this.models = Stream.concat(Stream.of(model), next.map(NextEmbeddingModel::model).stream())
                .toList();
    }

    /** The model that new databases begin with, then the model that is configured beside it. */
    public List<EmbeddingModel> all() {
        return models;
    }

    /**
     * The model of the space.
     *
     * @throws IllegalArgumentException if the model is not configured
     */
    public EmbeddingModel of(EmbeddingSpace space) {
        return find(space)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no configured model is that of space " + space + ", only " + profiles()));
    }

    /** Whether queries can be embedded in the space. */
    public boolean serve(EmbeddingSpace space) {
        return find(space).isPresent();
    }

    /** Whether assets can be embedded in the space. This takes the model of the space and its document template. */
    public boolean fill(EmbeddingSpace space) {
        return serve(space) && space.templateVersion() == AssetDocumentTemplate.VERSION;
    }

    private Optional<EmbeddingModel> find(EmbeddingSpace space) {
        return models.stream().filter(model -> space.isOf(model.profile())).findFirst();
    }

    private List<ModelProfile> profiles() {
        return models.stream().map(EmbeddingModel::profile).toList();
    }
}
