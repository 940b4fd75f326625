package io.modernize.cmdb.inventory.imports;

import java.util.UUID;

/** Identifies one import of one file. */
public record AssetImportId(UUID value) {
    /** Parses the canonical 36-character form; throws {@link IllegalArgumentException} for anything else. */
    public static AssetImportId of(String text) {
        return new AssetImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
