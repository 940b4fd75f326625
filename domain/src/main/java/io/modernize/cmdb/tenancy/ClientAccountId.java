package io.modernize.cmdb.tenancy;

import java.util.UUID;

/** Identifies a client account, the outermost tenant boundary. */
public record ClientAccountId(UUID value) {
    /** Parses the canonical 36-character form; throws {@link IllegalArgumentException} for anything else. */
    public static ClientAccountId of(String text) {
        return new ClientAccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
