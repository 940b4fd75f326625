package io.modernize.cmdb.inventory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** Identifies an asset inside its client account. */
public record AssetId(UUID value) {
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_BITS = 0xF000L;

    /**
     * The id of a new asset. Its first half follows from the key, and its second half is random. Ids of one export
     * therefore have the same order after each import, and are still spread evenly. Assets of the same key, which
     * different engagements may have, differ by chance.
     */
    public static AssetId fresh(AssetKey key) {
        MessageDigest digest = Sha256.digest();
        digest.update(key.sourceSystem().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(key.externalKey().getBytes(StandardCharsets.UTF_8));
        long first = ByteBuffer.wrap(digest.digest()).getLong() & ~VERSION_BITS | VERSION_8;
        return new AssetId(new UUID(first, UUID.randomUUID().getLeastSignificantBits()));
    }

    /** Parses the canonical 36-character form; throws {@link IllegalArgumentException} for anything else. */
    public static AssetId of(String text) {
        return new AssetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
