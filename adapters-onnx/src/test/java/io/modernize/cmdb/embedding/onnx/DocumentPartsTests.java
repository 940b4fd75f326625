package io.modernize.cmdb.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentPartsTests {
    @Test
    void endsAPartBeforeTheDocumentThatIsTooMuch() {
        assertThat(DocumentParts.of(List.of("aaa", "bb", "c", "dddd", "eee"), 6))
                .containsExactly(List.of("aaa", "bb", "c"), List.of("dddd"), List.of("eee"));
    }

    @Test
    void leavesALongDocumentAlone() {
        assertThat(DocumentParts.of(List.of("a", "bbbbbbbbbb", "c"), 6))
                .containsExactly(List.of("a"), List.of("bbbbbbbbbb"), List.of("c"));
    }

    @Test
    void keepsFewDocumentsTogether() {
        assertThat(DocumentParts.of(List.of("a", "b"), 6)).containsExactly(List.of("a", "b"));
    }
}
