package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Embeds a text as the sum of one fixed pseudo-random direction per word, so that texts are the closer the more words
 * they share, and the same on every machine. Knows no meaning: {@code server} and {@code servers} are strangers. A
 * query and a document of the same text have the same vector.
 */
public final class HashingEmbeddingModel implements EmbeddingModel {
    /** Few enough for a test to exceed. */
    public static final int MAX_INPUTS = 256;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final ModelProfile profile;
    private int documentCalls;
    private int queryCalls;
    private int documentsEmbedded;
    private int failuresLeft;
    private @Nullable EmbeddingUnavailableException failure;

    /** @param dimensions 1 to {@link ModelProfile#MAX_DIMENSIONS}; unrelated texts are near orthogonal from 100 on */
    public HashingEmbeddingModel(int dimensions) {
        this(new ModelProfile("hashing", "hashed-words", dimensions, MAX_INPUTS, 512));
    }

    /** Poses as the model of that profile. */
    public HashingEmbeddingModel(ModelProfile profile) {
        this.profile = profile;
    }

    /** Makes the next calls of either kind throw the given exception. */
    public synchronized void failNext(int calls, EmbeddingUnavailableException exception) {
        failuresLeft = calls;
        failure = exception;
    }

    /** Calls of {@link #embedDocuments}, failed ones too. */
    public synchronized int documentCalls() {
        return documentCalls;
    }

    /** Calls of {@link #embedQuery}, failed ones too. */
    public synchronized int queryCalls() {
        return queryCalls;
    }

    /** Documents that vectors were returned for. */
    public synchronized int documentsEmbedded() {
        return documentsEmbedded;
    }

    @Override
    public ModelProfile profile() {
        return profile;
    }

    @Override
    public synchronized List<EmbeddingVector> embedDocuments(List<String> documents) {
        documentCalls++;
        if (documents.isEmpty() || documents.size() > profile.maxInputs()) {
            throw new IllegalArgumentException(
                    documents.size() + " documents; a call takes 1 to " + profile.maxInputs());
        }
        documents.forEach(HashingEmbeddingModel::refuseBlank);
        failIfTold();
        documentsEmbedded += documents.size();
        return documents.stream().map(this::vectorOf).toList();
    }

    @Override
    public synchronized EmbeddingVector embedQuery(String query) {
        queryCalls++;
        refuseBlank(query);
        failIfTold();
        return vectorOf(query);
    }

    /** The vector of a text, past all counting and failing. */
    public EmbeddingVector vectorOf(String text) {
        float[] sum = new float[profile.dimensions()];
        boolean anyWord = false;
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                anyWord = true;
                addDirection(sum, word);
            }
        }
        if (!anyWord) {
            addDirection(sum, text);
        }
        return EmbeddingVector.normalised(sum);
    }

    private static void addDirection(float[] sum, String word) {
        SplittableRandom random = new SplittableRandom(fnv1a(word));
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) random.nextGaussian();
        }
    }

    private static long fnv1a(String word) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private static void refuseBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a blank text has no embedding");
        }
    }

    private void failIfTold() {
        if (failure != null && failuresLeft > 0) {
            failuresLeft--;
            throw failure;
        }
    }
}
