package io.modernize.cmdb.inventory.archive.batch;

import io.modernize.cmdb.inventory.application.AssetVectors.AssetVector;
import io.modernize.cmdb.inventory.application.AssetVectors.Space;
import java.util.List;

/** A line of {@code embeddings.jsonl}. */
record VectorLine(String sourceSystem, String externalKey, Space space, List<Float> vector) {
    static VectorLine of(AssetVector vector) {
        return new VectorLine(vector.key().sourceSystem(), vector.key().externalKey(), vector.space(), vector.values());
    }
}
