package io.modernize.cmdb.embedding.protocol.deepinfra;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.application.MeteredVectors;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads bodies and trusts none. Its results are complete, in order and of the right length. */
public final class AnswerReader {
    private final JsonMapper json;
    private final int dimensions;

    public AnswerReader(JsonMapper json, int dimensions) {
        this.json = json;
        this.dimensions = dimensions;
    }

    /**
     * The vectors of a successful answer, normalised and in the order of the inputs, with the tokens charged for them.
     *
     * @throws EmbeddingUnavailableException if the body is cut off, is an error, or breaks the protocol
     */
    MeteredVectors vectors(byte[] body, int inputs) {
        EmbeddingsAnswer answer = parse(body);
        ProviderError.of(answer.error(), answer.detail()).ifPresent(error -> {
            throw new EmbeddingUnavailableException(
                    error.reason(), "DeepInfra reported an error in place of vectors" + error.suffix());
        });
        List<EmbeddingsAnswer.@Nullable Item> data = answer.data();
        if (data == null) {
            throw invalid("has no data");
        }
        if (data.size() != inputs) {
            throw invalid("has " + data.size() + " vectors for " + inputs + " texts");
        }
        @Nullable EmbeddingVector[] ordered = new EmbeddingVector[inputs];
        for (EmbeddingsAnswer.Item item : data) {
            if (item == null || item.index() == null || item.embedding() == null) {
                throw invalid("has a vector without values or index");
            }
            int index = item.index();
            if (index < 0 || index >= inputs || ordered[index] != null) {
                throw invalid("has index " + index + " twice or beyond " + inputs + " texts");
            }
            ordered[index] = vector(item.embedding());
        }
        // As many as texts, none twice, none beyond: all are there.
        return new MeteredVectors(
                Arrays.asList(ordered).stream().map(AnswerReader::present).toList(), tokens(answer.usage()));
    }

    /** The greatest number of bytes of the answer to so many inputs. */
    int maxBytes(int inputs) {
        return RequestPlan.maxAnswerBytes(dimensions, inputs);
    }

    /** The error in the body of a failed answer. A body that cannot be read tells nothing. */
    ProviderError error(byte[] body) {
        try {
            EmbeddingsAnswer answer = json.readValue(body, EmbeddingsAnswer.class);
            return answer == null
                    ? ProviderError.UNREADABLE
                    : ProviderError.of(answer.error(), answer.detail()).orElse(ProviderError.UNREADABLE);
        } catch (JacksonException e) {
            // A proxy's page, say. The status says enough.
            return ProviderError.UNREADABLE;
        }
    }

    private EmbeddingsAnswer parse(byte[] body) {
        EmbeddingsAnswer answer;
        try {
            answer = json.readValue(body, EmbeddingsAnswer.class);
        } catch (JacksonException e) {
            // Not passed on as the cause: its message quotes the body, which may quote the texts.
            if (e instanceof UnexpectedEndOfInputException || body.length == 0) {
                throw new EmbeddingUnavailableException(
                        Reason.UNREACHABLE, "DeepInfra's answer ends after " + body.length + " bytes, too early");
            }
            throw invalid("is not the JSON expected (" + e.getClass().getSimpleName() + " at byte "
                    + (e.getLocation() == null ? -1 : e.getLocation().getByteOffset()) + ")");
        }
        if (answer == null) {
            throw invalid("is null");
        }
        return answer;
    }

    private EmbeddingVector vector(float[] values) {
        if (values.length != dimensions) {
            throw invalid("has a vector of " + values.length + " dimensions, not " + dimensions);
        }
        try {
            return EmbeddingVector.normalised(values);
        } catch (IllegalArgumentException e) {
            throw new EmbeddingUnavailableException(
                    Reason.INVALID_ANSWER,
                    "DeepInfra's answer has a vector of zeros or of values that are not finite",
                    null,
                    e);
        }
    }

    /** The number of tokens. Empty if it is not a count: good vectors are not lost for a bill that cannot be read. */
    private static OptionalLong tokens(@Nullable JsonNode usage) {
        JsonNode count = usage == null ? MissingNode.getInstance() : usage.path("prompt_tokens");
        return count.isIntegralNumber() && count.canConvertToLong() && count.asLong() >= 0
                ? OptionalLong.of(count.asLong())
                : OptionalLong.empty();
    }

    private static EmbeddingVector present(@Nullable EmbeddingVector vector) {
        if (vector == null) {
            throw invalid("lacks a vector");
        }
        return vector;
    }

    private static EmbeddingUnavailableException invalid(String what) {
        return new EmbeddingUnavailableException(Reason.INVALID_ANSWER, "DeepInfra's answer " + what);
    }
}
