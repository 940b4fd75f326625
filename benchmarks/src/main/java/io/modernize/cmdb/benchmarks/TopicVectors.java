package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.benchmarks.Seeds.Purpose;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Vectors that lie as embeddings of assets do: in clusters (the topics of a client are a few of those there are), on
 * few effective dimensions, with some noise.
 *
 * <p>A vector is the normalised sum of one of 200 topic centres, of 64 latent directions shared by all, direction k
 * weighted by {@code 0.5 * z * (k + 1)^-0.4} with a standard normal {@code z}, and of uniform noise of standard deviation
 * {@code 0.25 / sqrt(d)} per coordinate.
 */
final class TopicVectors implements VectorSource {
    private static final int TOPICS = 200;
    private static final int TOPICS_OF_A_CLIENT = 30;
    private static final int DIRECTIONS = 64;
    /**
     * The inverse standard deviation of a uniform distribution on an interval of length 1. It makes the standard
     * deviation 1.
     */
    private static final double UNIFORM_SCALE = Math.sqrt(12);

    private final int dimensions;
    private final float[][] centres;
    private final float[][] directions;

    TopicVectors(int dimensions) {
        this.dimensions = dimensions;
        this.centres = IntStream.range(0, TOPICS)
                .mapToObj(topic -> gaussian(Purpose.CENTRES, topic, 1))
                .toArray(float[][]::new);
        this.directions = IntStream.range(0, DIRECTIONS)
                .mapToObj(k -> gaussian(Purpose.DIRECTIONS, k, 0.5 * Math.pow(k + 1, -0.4)))
                .toArray(float[][]::new);
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public int limit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public float[] vector(int row, int client) {
        SplittableRandom random = Seeds.random(Purpose.VECTOR, row);
        float[] vector = centres[topic(client, random.nextInt(TOPICS_OF_A_CLIENT))].clone();
        for (float[] direction : directions) {
            add(vector, direction, (float) random.nextGaussian());
        }
        double noise = 0.25 / Math.sqrt(dimensions) * UNIFORM_SCALE;
        for (int i = 0; i < dimensions; i++) {
            vector[i] += (float) (noise * (random.nextDouble() - 0.5));
        }
        return Vectors.normalise(vector);
    }

    private static int topic(int client, int choice) {
        return Seeds.random(Purpose.CLIENT_TOPICS, (long) client * TOPICS_OF_A_CLIENT + choice)
                .nextInt(TOPICS);
    }

    private static void add(float[] sum, float[] direction, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * direction[i];
        }
    }

    private float[] gaussian(Purpose purpose, int number, double length) {
        SplittableRandom random = Seeds.random(purpose, number);
        double scale = length / Math.sqrt(dimensions);
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) (random.nextGaussian() * scale);
        }
        return vector;
    }
}
