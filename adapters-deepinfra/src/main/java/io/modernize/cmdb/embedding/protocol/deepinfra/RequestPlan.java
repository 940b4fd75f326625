package io.modernize.cmdb.embedding.protocol.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits texts into requests that the provider takes and whose answers stay within {@link #MAX_ANSWER_BYTES}.
 * Characters bound the tokens, because only the provider has the model's tokeniser.
 */
public final class RequestPlan {
    /** The greatest number of inputs. The provider answers 422 to more. */
    public static final int MAX_INPUTS = 1_024;

    /**
     * The greatest number of characters of all inputs of a request. Hosts of this protocol take some 300,000 tokens in
     * a request, and a character is at most about one token (in Chinese, for example). In English it is 60,000 tokens,
     * which a busy model embeds well within the timeout.
     */
    public static final int MAX_CHARACTERS = 250_000;

    /** The greatest number of bytes of any answer. Concurrent calls can keep so many in memory. */
    static final int MAX_ANSWER_BYTES = 64 * 1_024 * 1_024;

    /**
     * The number of bytes that is always allowed. It has room for a page of a gateway, and for more than the answer to
     * a query.
     */
    private static final int LEAST_ANSWER_BYTES = 1_024 * 1_024;

    /** The length of the longest decimal of a double, with its comma and a space. */
    private static final int MAX_BYTES_OF_A_VALUE = 26;

    /** The length of the frame around a vector: names, index, and room for fields unknown here. */
    private static final int MAX_BYTES_OF_A_FRAME = 512;

    private final int maxInputs;
    private final int maxCharacters;

    /**
     * @param dimensions the dimensions of the answered vectors
     * @param maxInputs the inputs of a request, 1 to {@link #MAX_INPUTS}
     * @param maxCharacters the characters of a request of several texts, at most {@link #MAX_CHARACTERS}; a longer text
     *     is sent alone
     */
    public RequestPlan(int dimensions, int maxInputs, int maxCharacters) {
        if (maxInputs < 1 || maxInputs > MAX_INPUTS || maxCharacters < 1 || maxCharacters > MAX_CHARACTERS) {
            throw new IllegalArgumentException(maxInputs + " inputs of " + maxCharacters + " characters a request");
        }
        this.maxInputs = Math.min(maxInputs, MAX_ANSWER_BYTES / bytesOfAVector(dimensions));
        this.maxCharacters = maxCharacters;
    }

    /** The greatest number of texts of a request. */
    public int maxInputs() {
        return maxInputs;
    }

    /**
     * The greatest number of bytes of the answer to so many inputs: twice the size of decimals, and at most {@link
     * #MAX_ANSWER_BYTES}. A larger answer did not come from an embedding model. There may be hundreds of answers at
     * once, so none may be larger than necessary.
     */
    public static int maxAnswerBytes(int dimensions, int inputs) {
        return (int) Math.clamp(2L * inputs * bytesOfAVector(dimensions), LEAST_ANSWER_BYTES, MAX_ANSWER_BYTES);
    }

    private static int bytesOfAVector(int dimensions) {
        return dimensions * MAX_BYTES_OF_A_VALUE + MAX_BYTES_OF_A_FRAME;
    }

    /**
     * The inputs of each request with their prefixes, in order.
     *
     * @throws EmbeddingUnavailableException if a single text exceeds the limit of a request
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
