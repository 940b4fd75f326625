package io.modernize.cmdb.inventory.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0|0",
                "8192|8192",
                "008|8",
                "8,192|8192",
                "8.192|8192",
                "8 192|8192",
                "8\u00A0192|8192",
                "8\u202F192|8192",
                "8'192|8192",
                "8\u2019192|8192",
                "1,048,576|1048576",
                "1.048.576|1048576",
                "4.0|4",
                "4,00|4",
                "8,192.00|8192",
                "8.192,0|8192",
                "-4|-4"
            })
    void readsWholeNumbersWithAnyThousandsSeparator(String text, String expected) {
        assertThat(NumberText.whole(text)).contains(new BigDecimal(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "8 GB",
                "1,23,456",
                "1,048.576",
                "1464,84",
                "4.5",
                "0x10",
                "1e3",
                "+4",
                "٤",
                "12345678901234567890123456789012345678901"
            })
    void refusesToGuessAtWholeNumbers(String text) {
        assertThat(NumberText.whole(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1464,84|1464.84",
                "29,3|29.3",
                "1.464,84|1464.84",
                "1 464,84|1464.84",
                "29.300|29300",
                "100|100",
                "-1,5|-1.5"
            })
    void readsDecimalCommas(String text, String expected) {
        assertThat(NumberText.decimal(text, NumberStyle.DECIMAL_COMMA)).contains(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1464.84|1464.84", "1,464.84|1464.84", "1,464|1464", "29.300|29.300", "100|100"})
    void readsDecimalPoints(String text, String expected) {
        assertThat(NumberText.decimal(text, NumberStyle.DECIMAL_POINT)).contains(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1464,84|DECIMAL_POINT",
                "1464.84|DECIMAL_COMMA",
                "1.464,84|DECIMAL_POINT",
                "1,464.84|DECIMAL_COMMA"
            })
    void refusesTheOtherStylesDecimals(String text, NumberStyle style) {
        assertThat(NumberText.decimal(text, style)).isEmpty();
    }
}
