package io.modernize.cmdb.tenancy;

/** A name for people: 1 to 200 characters, of which some can be seen and none disturbs the line ({@link VisibleText}). */
public record DisplayName(String value) {
    public static final int MAX_LENGTH = 200;

    /** Throws {@link IllegalArgumentException} if the name is not valid. */
    public DisplayName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + MAX_LENGTH + " characters, some of them visible, none of control");
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= MAX_LENGTH && VisibleText.isName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
