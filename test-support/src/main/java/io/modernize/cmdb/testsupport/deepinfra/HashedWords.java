package io.modernize.cmdb.testsupport.deepinfra;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Vectors without a model: each word and each three letters of it push a few values up or down, so that texts are the
 * closer the more of these they share. Equal texts have equal vectors, on every machine and in every run. Knows no
 * meaning, but tells {@code server} and {@code servers} for kin.
 *
 * @param seed makes another space of the same dimensions, as another model would
 * @param dimensions at least 1; unrelated texts are near orthogonal from 100 on
 */
record HashedWords(long seed, int dimensions) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LETTERS = 3;

    /** Values that a word pushes, and by how much; a few, so that thousands of texts a second cost little. */
    private static final int PUSHED_BY_WORD = 24;

    private static final int PUSHED_BY_LETTERS = 8;
    private static final float WEIGHT_OF_LETTERS = 0.4f;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** The same with no more dimensions than that. */
    HashedWords atMost(int most) {
        return most < dimensions ? new HashedWords(seed, most) : this;
    }

    /** Not of length 1: the protocol does not promise it either. */
    float[] vectorOf(String text) {
        float[] vector = new float[dimensions];
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                push(vector, word, PUSHED_BY_WORD, 1);
                String fenced = "^" + word + "$";
                for (int i = 0; i + LETTERS <= fenced.length(); i++) {
                    push(vector, fenced.substring(i, i + LETTERS), PUSHED_BY_LETTERS, WEIGHT_OF_LETTERS);
                }
            }
        }
        boolean nothing = true;
        for (float value : vector) {
            nothing &= value == 0;
        }
        if (nothing) {
            // No word at all, or in a few dimensions words that cancel out. Zeros are a fault, and not this one's.
            Arrays.fill(vector, 1);
        }
        return vector;
    }

    private void push(float[] vector, String feature, int values, float weight) {
        SplittableRandom random = new SplittableRandom(hash(feature));
        for (int i = 0; i < values; i++) {
            vector[random.nextInt(dimensions)] += random.nextBoolean() ? weight : -weight;
        }
    }

    private long hash(String feature) {
        long hash = FNV_OFFSET ^ seed;
        for (int i = 0; i < feature.length(); i++) {
            hash = (hash ^ feature.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
