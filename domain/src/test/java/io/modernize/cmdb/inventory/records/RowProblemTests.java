package io.modernize.cmdb.inventory.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowProblemTests {

    @Test
    void shortensLongValues() {
        RowProblem problem = new RowProblem("c", "x".repeat(1_048_576), "r");

        assertThat(problem.value()).hasSize(RowProblem.VALUE_CHARS).endsWith("x…");
        assertThat(new RowProblem("c", "x".repeat(200), "r").value()).isEqualTo("x".repeat(200));
    }

    @Test
    void writesInvisibleCharactersAsEscapes() {
        assertThat(new RowProblem("c", "a\0b\nc\u202Ed\uD800", "r").value()).isEqualTo("a\\u0000b\\nc\\u202Ed\\uD800");
    }

    @Test
    void neverCutsACharacterInHalf() {
        assertThat(new RowProblem("c", "\uD83D\uDE00".repeat(150), "r").value())
                .hasSizeLessThanOrEqualTo(RowProblem.VALUE_CHARS)
                .isEqualTo("\uD83D\uDE00".repeat(99) + "…");
    }

    @Test
    void staysTheSameWhenMadeAgainFromItself() {
        RowProblem problem = new RowProblem("c\u0001", "\n".repeat(300), "r");

        assertThat(new RowProblem(problem.column(), problem.value(), problem.reason()))
                .isEqualTo(problem);
    }

    @Test
    void namesTheLengthOfALongCellButNotTheCell() {
        RowProblem problem =
                CellText.problemIn("short_description", "x".repeat(65_537)).orElseThrow();

        assertThat(problem.reason()).isEqualTo("has 65,537 characters, at most 65,536");
        assertThat(problem.value()).hasSize(RowProblem.VALUE_CHARS);
        assertThat(CellText.problemIn("c", "x".repeat(65_536))).isEmpty();
    }
}
