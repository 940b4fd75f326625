package io.modernize.cmdb.benchmarks;

import java.util.random.RandomGenerator;

/** Arithmetic of vectors. */
final class Vectors {
    private Vectors() {}

    /** Changes the vector to length 1 and returns it. */
    static float[] normalise(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (squares == 0) {
            throw new IllegalArgumentException("A vector of zeros has no direction");
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    /**
     * A vector near another one but not equal to it: gaussian noise of expected length {@code noise}, then length 1
     * again.
     */
    static float[] near(float[] vector, double noise, RandomGenerator random) {
        float[] moved = vector.clone();
        double scale = noise / Math.sqrt(moved.length);
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (random.nextGaussian() * scale);
        }
        return normalise(moved);
    }

    /** The cosine of two vectors of length 1. It has four sums, because one would wait for itself at every addition. */
    static float dot(float[] left, float[] right) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 3 < left.length; i += 4) {
            first += left[i] * right[i];
            second += left[i + 1] * right[i + 1];
            third += left[i + 2] * right[i + 2];
            fourth += left[i + 3] * right[i + 3];
        }
        for (; i < left.length; i++) {
            first += left[i] * right[i];
        }
        return first + second + third + fourth;
    }
}
