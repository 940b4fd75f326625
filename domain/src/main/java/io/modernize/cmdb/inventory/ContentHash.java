package io.modernize.cmdb.inventory;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 hash over attributes in a canonical encoding. Each value is preceded by its length, so no two different
 * lists of values have the same encoding, and an absent value differs from an empty one. Numbers are hashed by value:
 * 16.0 GiB and 16 GiB are the same.
 */
public final class ContentHash {
    private static final int LENGTH_BYTES = 32;

    private static final List<AssetAttribute> FIRST =
            AssetAttribute.all().stream().filter(AssetAttribute::isOfFirstHash).toList();

    private static final List<AssetAttribute> LATER =
            AssetAttribute.all().stream().filter(AssetAttribute::isOfLaterHash).toList();

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
        MessageDigest digest = Sha256.digest();
        putFirst(digest, asset);
        putLater(digest, asset);
        return new ContentHash(digest.digest());
    }

    /**
     * The hash over all attributes, including the raw source attributes. The same row has the same hash when it is
     * imported again.
     */
    public static ContentHash ofRow(AssetAttributes asset) {
        MessageDigest digest = Sha256.digest();
        putFirst(digest, asset);
        put(digest, AssetAttribute.SOURCE_ATTRIBUTES, asset.sourceAttributes());
        putLater(digest, asset);
        return new ContentHash(digest.digest());
    }

    /** The hash over a text. */
    public static ContentHash ofText(String text) {
        MessageDigest digest = Sha256.digest();
        put(digest, text);
        return new ContentHash(digest.digest());
    }

    private static void putFirst(MessageDigest digest, AssetAttributes asset) {
        for (AssetAttribute attribute : FIRST) {
            put(digest, attribute, attribute.of(asset));
        }
    }

    /** By their names and where they are present: see {@link AssetAttribute#isOfFirstHash}. */
    private static void putLater(MessageDigest digest, AssetAttributes asset) {
        for (AssetAttribute attribute : LATER) {
            if (attribute.isPresentIn(asset)) {
                put(digest, attribute.property());
                put(digest, attribute, attribute.of(asset));
            }
        }
    }

    private static void put(MessageDigest digest, AssetAttribute attribute, @Nullable Object value) {
        switch (attribute.kind()) {
            case TEXT, INTEGER, LONG, OS_FAMILY -> put(digest, value == null ? null : value.toString());
            case DECIMAL ->
                put(
                        digest,
                        value == null
                                ? null
                                : ((BigDecimal) value).stripTrailingZeros().toPlainString());
            case TEXTS -> {
                Collection<?> texts = (Collection<?>) Objects.requireNonNull(value);
                putSize(digest, texts.size());
                texts.forEach(text -> put(digest, (String) text));
            }
            case ENTRIES -> {
                Map<?, ?> entries = (Map<?, ?>) Objects.requireNonNull(value);
                putSize(digest, 2 * entries.size());
                entries.forEach((name, text) -> {
                    put(digest, (String) name);
                    put(digest, (String) text);
                });
            }
        }
    }

    private static void putSize(MessageDigest digest, int size) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, size));
    }

    private static void put(MessageDigest digest, @Nullable String value) {
        byte[] utf8 = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        putSize(digest, value == null ? -1 : utf8.length);
        digest.update(utf8);
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
