package io.modernize.cmdb.testsupport.deepinfra;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A request for embeddings as it came.
 *
 * @param authorization that header
 * @param body missing where it was no JSON
 * @param inputs the texts; none where they are no text or list of texts
 */
public record Received(String method, String path, @Nullable String authorization, JsonNode body, List<String> inputs) {
    public Received {
        inputs = List.copyOf(inputs);
    }

    static Received of(HttpRequest request) {
        JsonNode body;
        try {
            body = Bodies.MAPPER.readTree(request.body());
        } catch (JacksonException e) {
            body = MissingNode.getInstance();
        }
        return new Received(
                request.method(), request.path(), request.headers().get("authorization"), body, inputs(body));
    }

    private static List<String> inputs(JsonNode body) {
        JsonNode input = body.path("input");
        if (input.isString()) {
            return List.of(input.asString());
        }
        List<String> inputs = new ArrayList<>();
        for (JsonNode text : input) {
            if (!text.isString()) {
                return List.of();
            }
            inputs.add(text.asString());
        }
        return inputs;
    }
}
