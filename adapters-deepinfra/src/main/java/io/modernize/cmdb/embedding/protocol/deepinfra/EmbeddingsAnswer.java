package io.modernize.cmdb.embedding.protocol.deepinfra;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The body of an answer as the protocol has it, or an error in its place. Nothing of it is checked yet. Fields that are
 * not named here are ignored.
 */
record EmbeddingsAnswer(
        @Nullable List<@Nullable Item> data,
        @Nullable JsonNode usage,
        @Nullable JsonNode error,
        @Nullable JsonNode detail) {
    /** One vector, and the position of its input. */
    record Item(
            @Nullable Integer index,

            @JsonDeserialize(using = VectorDeserializer.class)
            float @Nullable [] embedding) {}
}
