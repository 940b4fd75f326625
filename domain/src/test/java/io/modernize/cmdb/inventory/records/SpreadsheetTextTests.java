package io.modernize.cmdb.inventory.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTests {
    private static final String SIGNS = "=+-@＝＋－＠";

    private static int[] signs() {
        return SIGNS.chars().toArray();
    }

    @ParameterizedTest
    @MethodSource("signs")
    void disarmsAFormulaWhereverAPieceBegins(int sign) {
        String formula = (char) sign + "cmd|' /C calc'!A0";

        assertThat(SpreadsheetText.inert(formula)).isEqualTo("'" + formula);
        for (String piece :
                new String[] {";", "\t", "\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029"}) {
            assertThat(SpreadsheetText.inert("a" + piece + formula))
                    .as("after U+%04X", (int) piece.charAt(0))
                    .isEqualTo("a" + piece + "'" + formula);
        }
        for (String ignored : new String[] {" ", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\"", " \"\" "}) {
            assertThat(SpreadsheetText.inert("a;" + ignored + formula)).isEqualTo("a;'" + ignored + formula);
        }
        assertThat(SpreadsheetText.inert("a;" + formula + ";" + formula)).isEqualTo("a;'" + formula + ";'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tx", "\rx", "\nx"})
    void disarmsWhatHidesAFormula(String cell) {
        assertThat(SpreadsheetText.inert(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "web-01", "a = b", "a; b", "x@example.org", "1+1", "'quoted'", "c#;;", "a,-b", "1\n2"})
    void leavesOtherTextAsItIs(String cell) {
        assertThat(SpreadsheetText.inert(cell)).isEqualTo(cell);
    }

    /** An export is read again by an import, which has to find the keys that the relations have. */
    @Test
    void givesTheOriginalBack() {
        Random random = new Random(4711);
        String alphabet = SIGNS + ";\t\n\r'\" \u200Bab";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder cell = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String original = cell.toString();
            assertThat(SpreadsheetText.original(SpreadsheetText.inert(original)))
                    .isEqualTo(original);
        }
    }
}
