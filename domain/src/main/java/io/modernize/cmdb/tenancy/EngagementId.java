package io.modernize.cmdb.tenancy;

import java.util.UUID;

/** Identifies an engagement of a client account. */
public record EngagementId(UUID value) {
    /** Parses the canonical 36-character form; throws {@link IllegalArgumentException} for anything else. */
    public static EngagementId of(String text) {
        return new EngagementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
