package io.modernize.cmdb.similarity.duplicates;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serial numbers in a form that can be compared. Sources differ in case, spaces and hyphens. */
final class SerialNumbers {
    private static final int MIN_LENGTH = 4;
    private static final int MAX_LENGTH = 128;
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ONE_CHARACTER = Pattern.compile("(.)\\1*");

    /** The texts, without separators, that firmware and clerks write if there is no number. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "NONE",
            "NULL",
            "UNKNOWN",
            "NOTSPECIFIED",
            "NOTAVAILABLE",
            "NOTAPPLICABLE",
            "NOTSET",
            "NOTFOUND",
            "UNSPECIFIED",
            "UNDEFINED",
            "EMPTY",
            "INVALID",
            "DEFAULT",
            "DEFAULTSTRING",
            "TOBEFILLEDBYOEM",
            "TOBEDETERMINED",
            "TOBEDEFINED",
            "OEM",
            "SERIAL",
            "SERIALNUMBER",
            "SYSTEMSERIALNUMBER",
            "CHASSISSERIALNUMBER",
            "BASEBOARDSERIALNUMBER",
            "VIRTUAL",
            "1234",
            "12345",
            "123456",
            "1234567",
            "12345678",
            "123456789",
            "1234567890",
            "0123456789");

    private SerialNumbers() {}

    /**
     * The letters in upper case and the digits of a serial number. Empty for a placeholder, and for a number that is
     * too short to tell assets apart.
     */
    static Optional<String> comparable(@Nullable String serialNumber) {
        if (serialNumber == null) {
            return Optional.empty();
        }
        // The phrase goes on, as in "To be filled by O.E.M." and its variants.
        String bare = SEPARATORS.matcher(serialNumber).replaceAll("").toUpperCase(Locale.ROOT);
        boolean identifies = bare.length() >= MIN_LENGTH
                && bare.length() <= MAX_LENGTH
                && !PLACEHOLDERS.contains(bare)
                && !bare.startsWith("TOBEFILLED")
                && !ONE_CHARACTER.matcher(bare).matches();
        return identifies ? Optional.of(bare) : Optional.empty();
    }
}
