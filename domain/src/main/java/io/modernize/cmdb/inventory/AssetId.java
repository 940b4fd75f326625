package io.modernize.cmdb.inventory;

import java.util.UUID;

/** Identifies an asset inside its client account. */
public record AssetId(UUID value) {
    /** Parses the canonical 36-character form; throws {@link IllegalArgumentException} for anything else. */
    public static AssetId of(String text) {
        return new AssetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
