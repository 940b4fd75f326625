package io.modernize.cmdb.embedding;

/**
 * A space of vectors that can be compared. They have the same model, dimensions, distance and document template.
 *
 * @param templateVersion the version of the {@link AssetDocumentTemplate} that writes the documents of this space
 */
public record EmbeddingSpace(
        EmbeddingSpaceId id, String provider, String model, int dimensions, Distance distance, int templateVersion) {
    /** Whether the vectors of this space come from that model. */
    public boolean isOf(ModelProfile profile) {
        return provider.equals(profile.provider())
                && model.equals(profile.model())
                && dimensions == profile.dimensions();
    }
}
