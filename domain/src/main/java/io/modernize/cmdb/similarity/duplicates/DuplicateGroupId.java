package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/**
 * Identifies a group of probable duplicates inside its client account. It follows from the members alone. Its first
 * half follows from those halves of their ids that follow from their keys, so groups have the same order after the same
 * import.
 */
public record DuplicateGroupId(UUID value) {
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_BITS = 0xF000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long VARIANT_BITS = 0xC000000000000000L;

    /** The id of the group of these members. Their order does not matter. */
    public static DuplicateGroupId of(Collection<AssetId> members) {
        long ofKeys = hash(members, id -> Long.toHexString(id.value().getMostSignificantBits()));
        long ofIds = hash(members, AssetId::toString);
        return new DuplicateGroupId(new UUID(ofKeys & ~VERSION_BITS | VERSION_8, ofIds & ~VARIANT_BITS | VARIANT));
    }

    private static long hash(Collection<AssetId> members, Function<AssetId, String> part) {
        MessageDigest digest = Sha256.digest();
        members.stream().map(part).sorted().forEach(text -> {
            digest.update(text.getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) 0);
        });
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
