package io.modernize.cmdb.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe",
                "Northwind & Söhne",
                "資産",
                "مشروع",
                "\uD83D\uDE80",
                // Joiners belong to the spelling of Persian and of emoji.
                "می\u200Cخواهم",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "e\u0301"
            })
    void takesWhatPeopleCanSee(String name) {
        assertThat(new DisplayName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0\u3000",
                "\u200B",
                "\u200B\uFEFF\u2060",
                "\u200C\u200D",
                "\u00AD",
                "\u3164",
                "\u115F\u1160\uFFA0",
                "\u2800",
                "\uFE0F",
                "\u034F",
                "\uDB40\uDC41\uDB40\uDC42"
            })
    void refusesWhatNobodySees(String name) {
        assertThat(DisplayName.isValid(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(name));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029,
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xD800, 0xDFFF
            })
    void refusesWhatDisturbsTheLine(int codePoint) {
        assertThat(DisplayName.isValid("Jane" + (char) codePoint + "Doe")).isFalse();
    }
}
