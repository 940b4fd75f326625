package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Turns text into vectors. Documents and queries are different calls, since many models want a different prefix for
 * each; adapters add it.
 */
public interface EmbeddingModel {
    ModelProfile profile();

    /**
     * Embeds documents.
     *
     * @param documents 1 to {@link ModelProfile#maxInputs} texts, none blank
     * @return one vector of length 1 for each document, in the same order, of {@link ModelProfile#dimensions} values
     * @throws EmbeddingUnavailableException where the provider does not answer as it should, now or at all
     */
    List<EmbeddingVector> embedDocuments(List<String> documents);

    /**
     * Embeds documents, likewise, and says how many tokens were charged for it. A call that fails says nothing; what it
     * was charged shows in the metrics only.
     */
    default MeteredVectors embedDocumentsMetered(List<String> documents) {
        return new MeteredVectors(embedDocuments(documents), OptionalLong.empty());
    }

    /** How documents are best sent where many wait, as of now: what a provider bears changes. */
    default BulkCapacity bulkCapacity() {
        return new BulkCapacity(Math.min(profile().maxInputs(), BulkCapacity.COMMON_DOCUMENTS), 1);
    }

    /** What the provider charges; empty where it is not known or there is no charge. */
    default OptionalDouble pricePerMillionTokens() {
        return OptionalDouble.empty();
    }

    /** Embeds a query, likewise. */
    EmbeddingVector embedQuery(String query);
}
