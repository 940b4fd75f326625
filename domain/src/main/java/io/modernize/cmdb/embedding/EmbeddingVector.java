package io.modernize.cmdb.embedding;

import java.util.Arrays;

/** An immutable vector of finite numbers with value equality. Its values are copied in and out. */
public final class EmbeddingVector {
    private final float[] values;

    private EmbeddingVector(float[] values) {
        this.values = values;
    }

    /**
     * The direction of the given values: a vector of Euclidean length 1. Cosine distance assumes this length, and
     * providers do not promise it.
     *
     * @throws IllegalArgumentException if a value is not finite, or if all values are zero and there is no direction
     */
    public static EmbeddingVector normalised(float[] values) {
        double squares = 0;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("an embedding has finite values only");
            }
            squares += (double) value * value;
        }
        if (squares == 0) {
            throw new IllegalArgumentException("an embedding has at least one value that is not zero");
        }
        double length = Math.sqrt(squares);
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] / length);
        }
        return new EmbeddingVector(scaled);
    }

    /** Number of values. */
    public int dimensions() {
        return values.length;
    }

    /** A copy of the values. */
    public float[] toArray() {
        return values.clone();
    }

    /**
     * The cosine similarity, which is the dot product of two vectors of length 1. It lies between -1 (opposite) and 1
     * (same direction). Higher is more alike.
     */
    public double cosineSimilarity(EmbeddingVector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException("vectors of " + values.length + " and " + other.values.length
                    + " dimensions lie in different spaces");
        }
        double dot = 0;
        for (int i = 0; i < values.length; i++) {
            dot += (double) values[i] * other.values[i];
        }
        return Math.clamp(dot, -1.0, 1.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmbeddingVector that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "EmbeddingVector[" + values.length + " dimensions]";
    }
}
