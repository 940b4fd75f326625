package io.modernize.cmdb.inventory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 hash over attributes in a canonical encoding. Each value is preceded by its length, so no two different
 * lists of values have the same encoding, and an absent value differs from an empty one. Numbers are hashed by value:
 * 16.0 GiB and 16 GiB are the same.
 */
public final class ContentHash {
    private static final int LENGTH_BYTES = 32;
    private final byte[] bytes;

    private ContentHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of these bytes. Throws {@link IllegalArgumentException} unless there are 32 of them. */
    public static ContentHash ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("a content hash has " + LENGTH_BYTES + " bytes");
        }
        return new ContentHash(bytes.clone());
    }

    /**
     * The hash over the attributes that describe the asset, without the raw source attributes. An embedding of an asset
     * with another hash is stale.
     */
    public static ContentHash ofContent(AssetAttributes asset) {
        MessageDigest digest = sha256();
        putContent(digest, asset);
        return new ContentHash(digest.digest());
    }

    /**
     * The hash over all attributes, including the raw source attributes. The same row has the same hash when it is
     * imported again.
     */
    public static ContentHash ofRow(AssetAttributes asset) {
        MessageDigest digest = sha256();
        putContent(digest, asset);
        putAll(
                digest,
                asset.sourceAttributes().entrySet().stream()
                        .<String>mapMulti(
                                (Map.Entry<String, String> entry, java.util.function.Consumer<String> sink) -> {
                                    sink.accept(entry.getKey());
                                    sink.accept(entry.getValue());
                                })
                        .toList());
        return new ContentHash(digest.digest());
    }

    /** The hash over a text. */
    public static ContentHash ofText(String text) {
        MessageDigest digest = sha256();
        put(digest, text);
        return new ContentHash(digest.digest());
    }

    private static void putContent(MessageDigest digest, AssetAttributes asset) {
        put(digest, asset.name());
        put(digest, asset.ciClass());
        put(digest, asset.description());
        put(digest, asset.environment());
        put(digest, asset.hostName());
        put(digest, asset.fqdn());
        put(digest, asset.osName());
        put(digest, asset.osVersion());
        put(digest, asset.cpuCount() == null ? null : asset.cpuCount().toString());
        put(digest, asset.memoryMib() == null ? null : asset.memoryMib().toString());
        put(
                digest,
                asset.storageGib() == null
                        ? null
                        : asset.storageGib().stripTrailingZeros().toPlainString());
        put(digest, asset.location());
        put(digest, asset.owner());
        put(digest, asset.supportGroup());
        put(digest, asset.status());
        put(digest, asset.operationalStatus());
        put(digest, asset.serialNumber());
        put(digest, asset.assetTag());
        putAll(digest, asset.addresses());
        putAll(digest, asset.tags());
    }

    private static void putAll(MessageDigest digest, List<String> values) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, values.size()));
        values.forEach(value -> put(digest, value));
    }

    private static void put(MessageDigest digest, @Nullable String value) {
        byte[] utf8 = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value == null ? -1 : utf8.length));
        digest.update(utf8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
