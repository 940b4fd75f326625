package io.modernize.cmdb.embedding.onnx;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.application.QueryLength;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * bge-small-en-v1.5, quantised, in this process: 384 dimensions, English, nothing to download.
 *
 * <p>It reads the first 512 tokens of a text, the two special ones included, and ignores the rest: the tokeniser of
 * langchain4j 1.20 cuts there. (Its splitting of long texts and averaging of the parts never comes into play; a test
 * holds this.) A query's prefix counts towards the 512.
 *
 * <p>Safe for concurrent use. Calls wait for a thread of {@link InferenceLanes}; queries do not wait for documents.
 */
final class OnnxEmbeddingModel implements EmbeddingModel, AutoCloseable {
    /** The authors' instruction for short queries. Documents are embedded without one. */
    static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";

    /**
     * The greatest number of texts of a call. On two processors it takes half a second for common documents (63
     * tokens), and some ten for the longest ones. Larger calls would be no faster, because texts are run one by one.
     */
    private static final int MAX_INPUTS = 64;

    /**
     * The characters of documents after which other calls have their turn, for each document that runs at once. These
     * are 16 common documents or two of the longest ones.
     */
    private static final int CHARACTERS_IN_TURN = 4_000;

    /**
     * The greatest number of characters of a short query. A text has at most as many tokens as characters. One with
     * 2,000 characters takes some fifty times as long as a common query, and one with this number some ten times even
     * in the worst case. People rarely write more into a search.
     */
    static final int SHORT_QUERY_CHARACTERS = 128;

    private static final int DIMENSIONS = 384;
    private static final int MAX_INPUT_TOKENS = 512;
    private static final ModelProfile PROFILE =
            new ModelProfile("onnx", "bge-small-en-v1.5-q", DIMENSIONS, MAX_INPUTS, MAX_INPUT_TOKENS);

    private final QuantisedBgeSmall model;
    private final InferenceLanes lanes;

    private OnnxEmbeddingModel(QuantisedBgeSmall model, InferenceLanes lanes) {
        this.model = model;
        this.lanes = lanes;
    }

    /**
     * Loads the model, which takes one to two seconds, once per JVM.
     *
     * <p>It is called at the start. The model takes over the lanes and closes them with itself.
     */
    static OnnxEmbeddingModel load(InferenceLanes lanes) {
        TokeniserTelemetry.switchOff();
        return new OnnxEmbeddingModel(new QuantisedBgeSmall(), lanes);
    }

    @Override
    public ModelProfile profile() {
        return PROFILE;
    }

    @Override
    public List<EmbeddingVector> embedDocuments(List<String> documents) {
        if (documents.isEmpty() || documents.size() > MAX_INPUTS) {
            throw new IllegalArgumentException(documents.size() + " documents; a call takes 1 to " + MAX_INPUTS);
        }
        documents.forEach(OnnxEmbeddingModel::refuseBlank);
        List<EmbeddingVector> vectors = new ArrayList<>(documents.size());
        for (List<String> part : DocumentParts.of(documents, CHARACTERS_IN_TURN * lanes.documentsAtOnce())) {
            vectors.addAll(lanes.runBatch(part.stream()
                    .<Callable<EmbeddingVector>>map(document -> () -> embed(document))
                    .toList()));
        }
        return vectors;
    }

    @Override
    public QueryLength lengthOf(String query) {
        return query.length() <= SHORT_QUERY_CHARACTERS ? QueryLength.SHORT : QueryLength.LONG;
    }

    @Override
    public int queriesAtOnce(QueryLength length) {
        return lanes.queriesAtOnce(length);
    }

    @Override
    public EmbeddingVector embedQuery(String query) {
        refuseBlank(query);
        return lanes.runQuery(lengthOf(query), () -> embed(QUERY_PREFIX + query));
    }

    @Override
    public void close() {
        lanes.close();
    }

    private EmbeddingVector embed(String text) {
        float[] values;
        try {
            values = model.embed(text).content().vector();
        } catch (IllegalArgumentException e) {
            // Not blank, but of characters that the tokeniser drops, such as zero-width spaces.
            throw new EmbeddingUnavailableException(
                    Reason.INPUT_REFUSED, "a text without any token cannot be embedded", null, e);
        }
        if (values.length != DIMENSIONS) {
            throw new EmbeddingUnavailableException(
                    Reason.INVALID_ANSWER, "the model gave " + values.length + " dimensions, not " + DIMENSIONS);
        }
        try {
            return EmbeddingVector.normalised(values);
        } catch (IllegalArgumentException e) {
            throw new EmbeddingUnavailableException(Reason.INVALID_ANSWER, "the model gave no direction", null, e);
        }
    }

    private static void refuseBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a blank text has no embedding");
        }
    }
}
