package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.util.ArrayList;
import java.util.List;

/** Splits texts into requests that the provider takes and whose answers stay within {@link #MAX_ANSWER_BYTES}. */
final class RequestPlan {
    /** The provider answers 422 to more. */
    static final int MAX_INPUTS = 1_024;

    /**
     * Characters of all inputs of a request. Hosts of this protocol take some 300,000 tokens a request, and a character
     * is at most about one token (in Chinese, say). In English it is 60,000 tokens, which a busy model embeds well
     * within the timeout.
     */
    static final int MAX_CHARACTERS = 250_000;

    /**
     * Most bytes that an answer may have: several times what lawful answers hold in base64, and a size that a few
     * concurrent calls can keep in memory. What is larger did not come from an embedding model.
     */
    static final int MAX_ANSWER_BYTES = 64 * 1_024 * 1_024;

    /** The longest decimal that a double is written as, with its comma and a space. */
    private static final int MAX_BYTES_OF_A_VALUE = 26;

    /** The frame around a vector: names, index, and room for fields unknown here. */
    private static final int MAX_BYTES_OF_A_FRAME = 512;

    private final int maxInputs;

    RequestPlan(int dimensions) {
        int bytesOfAVector = dimensions * MAX_BYTES_OF_A_VALUE + MAX_BYTES_OF_A_FRAME;
        this.maxInputs = Math.min(MAX_INPUTS, MAX_ANSWER_BYTES / bytesOfAVector);
    }

    /**
     * The inputs of each request, in order and prefixes included.
     *
     * @throws EmbeddingUnavailableException where a single text is beyond the limit of a request
     */
    List<List<String>> split(List<String> inputs) {
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
            if (i - start == maxInputs || characters + length > MAX_CHARACTERS) {
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
