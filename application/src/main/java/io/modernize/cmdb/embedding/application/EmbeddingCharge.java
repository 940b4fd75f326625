package io.modernize.cmdb.embedding.application;

/**
 * The tokens, documents and calls of embedding.
 *
 * @param tokens the tokens that the provider charges; 0 if it charges none or does not say
 * @param documents the documents that were embedded or refused; equal documents that were sent once count once
 * @param calls the calls of the model, including refused ones; calls that failed for another reason are not known
 */
public record EmbeddingCharge(long tokens, long documents, long calls) {
    public static final EmbeddingCharge NOTHING = new EmbeddingCharge(0, 0, 0);

    public EmbeddingCharge {
        if (tokens < 0 || documents < 0 || calls < 0) {
            throw new IllegalArgumentException(tokens + " tokens, " + documents + " documents, " + calls + " calls");
        }
    }

    /** The sum of both charges. */
    public EmbeddingCharge and(EmbeddingCharge more) {
        return new EmbeddingCharge(tokens + more.tokens, documents + more.documents, calls + more.calls);
    }
}
