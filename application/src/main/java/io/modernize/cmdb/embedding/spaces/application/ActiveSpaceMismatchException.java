package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;

/** The model of a searched space is not configured. Vectors of different models cannot be compared. */
public final class ActiveSpaceMismatchException extends RuntimeException {
    public ActiveSpaceMismatchException(EmbeddingSpace active, ModelProfile configured, int templateVersion) {
        super("The active embedding space was made by " + active.provider() + ":" + active.model() + " ("
                + active.dimensions() + " dimensions, template " + active.templateVersion()
                + "), but the configured model is " + configured.provider() + ":" + configured.model() + " ("
                + configured.dimensions() + " dimensions, template " + templateVersion
                + "). Configure the former; to change to the latter, configure it beside the former and migrate.");
    }
}
