package io.modernize.cmdb.embedding.protocol.deepinfra;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request as the protocol has it. */
public record EmbeddingsRequest(
        String model,
        List<String> input,
        @JsonProperty("encoding_format") String encodingFormat,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer dimensions) {
    /** The request without its texts. */
    @Override
    public String toString() {
        return "EmbeddingsRequest[" + model + ", " + input.size() + " inputs]";
    }
}
