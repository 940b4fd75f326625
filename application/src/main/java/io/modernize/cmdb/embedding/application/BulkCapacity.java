package io.modernize.cmdb.embedding.application;

/**
 * The number of documents that a model takes at once with profit when many are waiting.
 *
 * @param documentsPerCall 1 to {@link io.modernize.cmdb.embedding.ModelProfile#maxInputs}; documents of one call fail
 *     together, so there are no more than are worth losing
 * @param callsAtOnce at least 1
 */
public record BulkCapacity(int documentsPerCall, int callsAtOnce) {
    /**
     * The number of documents for a model in this process. It is enough for the model, and low enough to show progress.
     */
    static final int COMMON_DOCUMENTS = 64;

    public BulkCapacity {
        if (documentsPerCall < 1 || callsAtOnce < 1) {
            throw new IllegalArgumentException(
                    callsAtOnce + " calls of " + documentsPerCall + " documents: at least one of one");
        }
    }
}
