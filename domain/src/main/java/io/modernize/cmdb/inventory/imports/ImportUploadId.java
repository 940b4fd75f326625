package io.modernize.cmdb.inventory.imports;

import java.util.UUID;

/** Identifies a file that waits for its import. */
public record ImportUploadId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
