package io.modernize.cmdb.embedding.protocol.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits texts into requests that the provider takes and whose answers stay within {@link #MAX_ANSWER_BYTES}. Tokens are
 * bounded by way of characters, since only the provider has the model's tokeniser.
 */
public final class RequestPlan {
    /** The provider answers 422 to more. */
    public static final int MAX_INPUTS = 1_024;

    /**
     * Most characters of all inputs of a request. Hosts of this protocol take some 300,000 tokens a request, and a character
     * is at most about one token (in Chinese, say). In English it is 60,000 tokens, which a busy model embeds well
     * within the timeout.
     */
    public static final int MAX_CHARACTERS = 250_000;

    /** Most bytes that any answer may have: a size that concurrent calls can keep in memory. */
    static final int MAX_ANSWER_BYTES = 64 * 1_024 * 1_024;

    /** Room for a page of a gateway, and more than the answer to a query has. */
    private static final int LEAST_ANSWER_BYTES = 1_024 * 1_024;

    /** The longest decimal that a double is written as, with its comma and a space. */
    private static final int MAX_BYTES_OF_A_VALUE = 26;

    /** The frame around a vector: names, index, and room for fields unknown here. */
    private static final int MAX_BYTES_OF_A_FRAME = 512;

    private final int maxInputs;
    private final int maxCharacters;

    /**
     * @param dimensions of the vectors that are answered
     * @param maxInputs of a request, 1 to {@link #MAX_INPUTS}
     * @param maxCharacters of a request of several texts, at most {@link #MAX_CHARACTERS}; a longer text goes alone
     */
    public RequestPlan(int dimensions, int maxInputs, int maxCharacters) {
        if (maxInputs < 1 || maxInputs > MAX_INPUTS || maxCharacters < 1 || maxCharacters > MAX_CHARACTERS) {
            throw new IllegalArgumentException(maxInputs + " inputs of " + maxCharacters + " characters a request");
        }
        this.maxInputs = Math.min(maxInputs, MAX_ANSWER_BYTES / bytesOfAVector(dimensions));
        this.maxCharacters = maxCharacters;
    }

    /** Most texts of a request. */
    public int maxInputs() {
        return maxInputs;
    }

    /**
     * Most bytes that the answer to so many inputs may have: twice what decimals take, and at most
     * {@link #MAX_ANSWER_BYTES}. What is larger did not come from an embedding model, and of hundreds of answers at once
     * each is to be no larger than it has to be.
     */
    public static int maxAnswerBytes(int dimensions, int inputs) {
        return (int) Math.clamp(2L * inputs * bytesOfAVector(dimensions), LEAST_ANSWER_BYTES, MAX_ANSWER_BYTES);
    }

    private static int bytesOfAVector(int dimensions) {
        return dimensions * MAX_BYTES_OF_A_VALUE + MAX_BYTES_OF_A_FRAME;
    }

    /**
     * The inputs of each request, in order and prefixes included.
     *
     * @throws EmbeddingUnavailableException where a single text is beyond the limit of a request
     */
    public List<List<String>> split(List<String> inputs) {
        List<List<String>> requests = new ArrayList<>();
        int start = 0;
        int characters = 0;
        for (int i = 0; i < inputs.size(); i++) {
            int length = inputs.get(i).length();
            if (length > MAX_CHARACTERS) {
                throw new EmbeddingUnavailableException(
                        Reason.INPUT_REFUSED,
                        "text " + (i + 1) + " of " + inputs.size() + " has " + length
                                + " characters; a request takes at most " + MAX_CHARACTERS);
            }
            if (i - start == maxInputs || (i > start && characters + length > maxCharacters)) {
                requests.add(inputs.subList(start, i));
                start = i;
                characters = 0;
            }
            characters += length;
        }
        requests.add(inputs.subList(start, inputs.size()));
        return requests;
    }
}
