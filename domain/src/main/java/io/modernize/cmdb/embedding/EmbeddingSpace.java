package io.modernize.cmdb.embedding;

/**
 * Vectors are comparable only inside one space: the same model, dimensions, distance and document template.
 *
 * @param templateVersion version of the {@link AssetDocumentTemplate} that documents of this space are rendered with
 */
public record EmbeddingSpace(
        EmbeddingSpaceId id, String provider, String model, int dimensions, Distance distance, int templateVersion) {
    /** Whether its vectors come from that model. */
    public boolean isOf(ModelProfile profile) {
        return provider.equals(profile.provider())
                && model.equals(profile.model())
                && dimensions == profile.dimensions();
    }
}
