package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;

/** The configured model is not the one that the active embedding space was made with. */
public final class ActiveSpaceMismatchException extends RuntimeException {
    public ActiveSpaceMismatchException(EmbeddingSpace active, ModelProfile configured, int templateVersion) {
        super("The active embedding space was made by " + active.provider() + ":" + active.model() + " ("
                + active.dimensions() + " dimensions, template " + active.templateVersion()
                + "), but the configured model is " + configured.provider() + ":" + configured.model() + " ("
                + configured.dimensions() + " dimensions, template " + templateVersion
                + "). Configure the former, or start with an empty database.");
    }
}
