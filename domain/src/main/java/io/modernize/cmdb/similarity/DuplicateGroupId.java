package io.modernize.cmdb.similarity;

import io.modernize.cmdb.inventory.AssetId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.UUID;

/** Identifies a group of probable duplicates inside its client account. It follows from the members alone. */
public record DuplicateGroupId(UUID value) {
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_BITS = 0xF000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long VARIANT_BITS = 0xC000000000000000L;

    /** The id of the group of these members, in whatever order they come. */
    public static DuplicateGroupId of(Collection<AssetId> members) {
        MessageDigest digest = sha256();
        members.stream()
                .map(AssetId::toString)
                .sorted()
                .forEach(id -> digest.update(id.getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new DuplicateGroupId(
                new UUID(hash.getLong() & ~VERSION_BITS | VERSION_8, hash.getLong() & ~VARIANT_BITS | VARIANT));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
