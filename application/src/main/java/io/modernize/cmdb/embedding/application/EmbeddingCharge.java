package io.modernize.cmdb.embedding.application;

/**
 * What calls of a model took.
 *
 * @param tokens that the provider says it charges; 0 where it charges none or does not say
 * @param documents that were sent and answered with vectors or refused; equal ones that were sent once count once
 * @param calls of the model, refused ones included; those that failed for another reason are not known
 */
public record EmbeddingCharge(long tokens, long documents, long calls) {
    public static final EmbeddingCharge NOTHING = new EmbeddingCharge(0, 0, 0);

    public EmbeddingCharge {
        if (tokens < 0 || documents < 0 || calls < 0) {
            throw new IllegalArgumentException(tokens + " tokens, " + documents + " documents, " + calls + " calls");
        }
    }

    /** Both. */
    public EmbeddingCharge and(EmbeddingCharge more) {
        return new EmbeddingCharge(tokens + more.tokens, documents + more.documents, calls + more.calls);
    }
}
