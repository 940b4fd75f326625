package io.modernize.cmdb.embedding.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import java.util.List;
import java.util.stream.Collectors;

/** A third embedding space would be needed before a migration between two has ended. */
public final class TooManySpacesException extends RuntimeException {
    public TooManySpacesException(List<EmbeddingSpace> spaces, ModelProfile configured) {
        super("There are two embedding spaces already ("
                + spaces.stream()
                        .map(space -> space.provider() + ":" + space.model() + ", " + space.dimensions()
                                + " dimensions, template " + space.templateVersion())
                        .collect(Collectors.joining("; "))
                + "), so that none can be made for " + configured.provider() + ":" + configured.model() + " ("
                + configured.dimensions() + " dimensions).");
    }
}
