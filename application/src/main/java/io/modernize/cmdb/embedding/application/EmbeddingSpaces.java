package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;

/** The spaces that embeddings belong to. A space holds no tenant data. */
public interface EmbeddingSpaces {
    /**
     * The space of that model and template version, created and made the active one where there is no active one yet.
     *
     * @throws ActiveSpaceMismatchException where another space is active: vectors of different models cannot be
     *     compared, so a model must not change by a mere change of settings
     */
    EmbeddingSpace ensureActive(ModelProfile model, int templateVersion);

    /** The one that searches use. */
    EmbeddingSpace active();
}
