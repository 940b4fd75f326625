package io.modernize.cmdb.testsupport.deepinfra;

import io.modernize.cmdb.testsupport.deepinfra.Fault.ErrorShape;
import io.modernize.cmdb.testsupport.deepinfra.Fault.Spoil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers requests without a fault. */
final class EmbeddingsProtocol {
    private static final int MAX_INPUTS = 1_024;
    private static final int LEAST_DIMENSIONS = 32;
    private static final int MOST_DIMENSIONS = 8_192;

    /** Roughly what tokenisers make of English. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final ServedModels models;
    private final @Nullable String key;

    EmbeddingsProtocol(ServedModels models, @Nullable String key) {
        this.models = models;
        this.key = key;
    }

    /** The result of a request for embeddings. */
    sealed interface Outcome {
        /** It breaks the protocol. */
        record Refused(Fault.Answer answer) implements Outcome {}

        /** One vector for each input. */
        record Vectors(String model, boolean base64, List<float[]> values, long tokens) implements Outcome {
            /** The answer's body, right or spoilt. */
            String body(Optional<Spoil> spoil) {
                List<String> items = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                    items.add(item(i, values.get(i)));
                }
                String right = Bodies.list(items, model, tokens);
                return spoil.map(how -> spoilt(how, items, right)).orElse(right);
            }

            private String spoilt(Spoil how, List<String> items, String right) {
                int last = items.size() - 1;
                float[] first = values.getFirst().clone();
                switch (how) {
                    case TRUNCATED -> {
                        return right.substring(0, right.length() / 2);
                    }
                    case NO_USAGE -> {
                        return Bodies.listWithoutUsage(items, model);
                    }
                    case ONE_MISSING -> items.removeLast();
                    case ONE_TOO_MANY -> items.add(item(last + 1, values.getLast()));
                    case REVERSED -> Collections.reverse(items);
                    case INDEX_TWICE -> {
                        if (last == 0) {
                            items.add(items.getFirst());
                        } else {
                            items.set(1, item(0, values.get(1)));
                        }
                    }
                    case DIMENSION_MISSING -> items.set(0, item(0, Arrays.copyOf(first, first.length - 1)));
                    case NAN -> {
                        first[0] = Float.NaN;
                        items.set(0, item(0, first));
                    }
                    case ZEROS -> items.set(0, item(0, new float[first.length]));
                }
                return Bodies.list(items, model, tokens);
            }

            private String item(int index, float[] vector) {
                return base64 ? Bodies.base64Item(index, vector) : Bodies.floatItem(index, vector);
            }
        }
    }

    /** The answer to anything but a request for embeddings; empty for one of those. */
    Optional<Fault.Answer> answerToOthers(HttpRequest request, int maxConcurrency) {
        if (request.path().endsWith("/embeddings")) {
            return request.method().equals("POST") ? Optional.empty() : Optional.of(Fault.status(405));
        }
        return Optional.of(
                switch (request.path()) {
                    case "/v1/openai/models" -> Fault.json(models.json());
                    case "/v1/me/rate_limit" -> Fault.json("{\"rate_limit\":" + maxConcurrency + "}");
                    default -> Fault.status(404, ErrorShape.DETAIL_ERROR);
                });
    }

    Outcome embed(Received request) {
        if (!isAuthorised(request.authorization())) {
            return new Outcome.Refused(Fault.status(401));
        }
        JsonNode body = request.body();
        Optional<HashedWords> model = models.named(body.path("model").asString(""));
        if (model.isEmpty()) {
            return new Outcome.Refused(Fault.status(404));
        }
        List<String> inputs = request.inputs();
        if (inputs.isEmpty()) {
            return invalid("input is a text or a list of texts");
        }
        if (inputs.size() > MAX_INPUTS) {
            return invalid("at most " + MAX_INPUTS + " inputs are allowed");
        }
        String format = body.path("encoding_format").asString("float");
        if (!format.equals("float") && !format.equals("base64")) {
            return invalid("encoding_format is float or base64");
        }
        JsonNode dimensions = body.path("dimensions");
        boolean chosen = !dimensions.isMissingNode() && !dimensions.isNull();
        if (chosen
                && (!dimensions.isInt()
                        || dimensions.asInt() < LEAST_DIMENSIONS
                        || dimensions.asInt() > MOST_DIMENSIONS)) {
            return invalid("dimensions is a number from " + LEAST_DIMENSIONS + " on");
        }
        HashedWords words = model.get();
        int length = chosen ? dimensions.asInt() : words.dimensions();
        // Beyond its native length a vector is padded with zeros, as the real ones are. A shorter vector is not cut,
        // but made with that length: few words would leave nothing but zeros in the first values.
        HashedWords fitting = words.atMost(length);
        List<float[]> vectors = inputs.stream()
                .map(input -> Arrays.copyOf(fitting.vectorOf(input), length))
                .toList();
        long tokens = inputs.stream().mapToLong(EmbeddingsProtocol::tokens).sum();
        return new Outcome.Vectors(body.path("model").asString(), format.equals("base64"), vectors, tokens);
    }

    private boolean isAuthorised(@Nullable String header) {
        return header != null
                && header.startsWith("Bearer ")
                && header.length() > "Bearer ".length()
                && (key == null || header.equals("Bearer " + key));
    }

    private static long tokens(String text) {
        return Math.max(1, (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    }

    private static Outcome invalid(String message) {
        return new Outcome.Refused(
                new Fault.Answer(422, Map.of(), ErrorShape.DETAIL_LIST.body(message, "value_error")));
    }
}
