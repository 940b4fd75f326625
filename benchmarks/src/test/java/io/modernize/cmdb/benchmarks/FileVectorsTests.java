package io.modernize.cmdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVectorsTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void readsJsonLines() throws IOException {
        Path file = Files.writeString(folder.resolve("vectors.jsonl"), """
            {"name": "a", "embedding": [3, 4]}
            {"embedding": [0, -2]}
            """);

        FileVectors vectors = FileVectors.read(file);

        assertThat(vectors.limit()).isEqualTo(2);
        assertThat(vectors.vector(0, 0)).containsExactly(0.6f, 0.8f);
        assertThat(vectors.vector(3, 0)).containsExactly(0f, -1f);
    }

    @Test
    void readsFvecs() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(2).putFloat(3).putFloat(4).putInt(2).putFloat(1).putFloat(0);
        Path file = Files.write(folder.resolve("vectors.fvecs"), bytes.array());

        FileVectors vectors = FileVectors.read(file);

        assertThat(vectors.dimensions()).isEqualTo(2);
        assertThat(vectors.vector(0, 0)).containsExactly(0.6f, 0.8f);
        assertThat(vectors.vector(1, 0)).containsExactly(1f, 0f);
    }

    @Test
    void refusesVectorsOfDifferentLengths() throws IOException {
        Path file = Files.writeString(folder.resolve("vectors.jsonl"), """
            {"embedding": [3, 4]}
            {"embedding": [1, 2, 3]}
            """);

        assertThatIOException().isThrownBy(() -> FileVectors.read(file)).withMessageContaining("dimensions");
    }
}
