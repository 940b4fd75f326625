package io.modernize.cmdb.tenancy;

/** A name for people: 1 to 200 characters, without control characters, and not only blanks. */
public record DisplayName(String value) {
    public static final int MAX_LENGTH = 200;

    /** Throws {@link IllegalArgumentException} if the name is not valid. */
    public DisplayName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a name has 1 to " + MAX_LENGTH + " characters, none of control");
        }
    }

    public static boolean isValid(String value) {
        return !value.isBlank() && value.length() <= MAX_LENGTH && value.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return value;
    }
}
