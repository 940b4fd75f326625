package io.modernize.cmdb.tenancy;

import java.util.regex.Pattern;

/** A name for command lines: 1 to 63 lower-case letters, digits and inner hyphens, as a DNS label has. */
public record Slug(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Throws {@link IllegalArgumentException} for another shape. */
    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a slug has 1 to 63 lower-case letters, digits and inner hyphens");
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
