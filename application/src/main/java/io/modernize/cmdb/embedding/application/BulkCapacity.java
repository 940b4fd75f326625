package io.modernize.cmdb.embedding.application;

/**
 * How much a model profitably takes at once when many documents wait.
 *
 * @param documentsPerCall 1 to {@link io.modernize.cmdb.embedding.ModelProfile#maxInputs}; what is asked for together
 *     fails together, so no more than is worth losing
 * @param callsAtOnce at least 1
 */
public record BulkCapacity(int documentsPerCall, int callsAtOnce) {
    /** Enough for a model in this process, few enough that progress is seen. */
    static final int COMMON_DOCUMENTS = 64;

    public BulkCapacity {
        if (documentsPerCall < 1 || callsAtOnce < 1) {
            throw new IllegalArgumentException(
                    callsAtOnce + " calls of " + documentsPerCall + " documents: at least one of one");
        }
    }
}
