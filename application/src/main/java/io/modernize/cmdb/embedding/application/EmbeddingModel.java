package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Turns text into vectors. Documents and queries are different calls, because many models want a different prefix for
 * each. Adapters add the prefix.
 */
public interface EmbeddingModel {
    /** The number of queries at once of a model that does not tell another number. */
    int COMMON_QUERIES = 4;

    ModelProfile profile();

    /**
     * Embeds documents.
     *
     * @param documents 1 to {@link ModelProfile#maxInputs} texts, none blank
     * @return one vector of length 1 for each document, in the same order, of {@link ModelProfile#dimensions} values
     * @throws EmbeddingUnavailableException if the provider does not answer as it should, now or at all
     */
    List<EmbeddingVector> embedDocuments(List<String> documents);

    /**
     * Embeds documents as {@link #embedDocuments} does, and tells the tokens that were charged. A call that fails tells
     * none; its tokens show in the metrics only.
     */
    default MeteredVectors embedDocumentsMetered(List<String> documents) {
        return new MeteredVectors(embedDocuments(documents), OptionalLong.empty());
    }

    /** The best way to send documents when many are waiting, as of now. The capacity of a provider changes. */
    default BulkCapacity bulkCapacity() {
        return new BulkCapacity(Math.min(profile().maxInputs(), BulkCapacity.COMMON_DOCUMENTS), 1);
    }

    /** The price that the provider charges. Empty if it is not known, or if there is none. */
    default OptionalDouble pricePerMillionTokens() {
        return OptionalDouble.empty();
    }

    /** How long the model is busy with the query. All queries are short to a model whose time hardly depends on it. */
    default QueryLength lengthOf(String query) {
        return QueryLength.SHORT;
    }

    /** The number of queries of the length that the model embeds at once, at least 1. It is always the same number. */
    default int queriesAtOnce(QueryLength length) {
        return COMMON_QUERIES;
    }

    /** Embeds a query. The vector and the exceptions are as in {@link #embedDocuments}. */
    EmbeddingVector embedQuery(String query);
}
