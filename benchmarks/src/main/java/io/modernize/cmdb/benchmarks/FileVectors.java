package io.modernize.cmdb.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vectors of a file: JSON Lines with an array {@code embedding} in each line, or, for a name that ends in
 * {@code .fvecs}, per vector its number of dimensions (32 bits, little endian) and its 32-bit floats.
 */
final class FileVectors implements VectorSource {
    private final List<float[]> vectors;

    private FileVectors(List<float[]> vectors) {
        this.vectors = vectors;
    }

    static FileVectors read(Path file) throws IOException {
        List<float[]> vectors = file.toString().endsWith(".fvecs") ? readFvecs(file) : readJsonLines(file);
        if (vectors.isEmpty()) {
            throw new IOException("no vector in " + file);
        }
        int dimensions = vectors.getFirst().length;
        for (float[] vector : vectors) {
            if (vector.length != dimensions) {
                throw new IOException(
                        "vectors of " + dimensions + " and of " + vector.length + " dimensions in " + file);
            }
            Vectors.normalise(vector);
        }
        return new FileVectors(vectors);
    }

    @Override
    public int dimensions() {
        return vectors.getFirst().length;
    }

    @Override
    public int limit() {
        return vectors.size();
    }

    @Override
    public float[] vector(int row, int client) {
        // Writes go beyond the rows that were loaded: they take the file's vectors once more.
        return vectors.get(row % vectors.size()).clone();
    }

    private static List<float[]> readJsonLines(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> floats(mapper.readTree(line).path("embedding")))
                    .toList();
        }
    }

    private static float[] floats(JsonNode array) {
        if (!array.isArray() || array.isEmpty()) {
            throw new IllegalArgumentException("a line without an array \"embedding\"");
        }
        float[] vector = new float[array.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = array.get(i).floatValue();
        }
        return vector;
    }

    private static List<float[]> readFvecs(Path file) throws IOException {
        List<float[]> vectors = new ArrayList<>();
        try (DataInputStream input =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                float[] vector;
                try {
                    vector = new float[Integer.reverseBytes(input.readInt())];
                } catch (EOFException e) {
                    return vectors;
                }
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = Float.intBitsToFloat(Integer.reverseBytes(input.readInt()));
                }
                vectors.add(vector);
            }
        }
    }
}
