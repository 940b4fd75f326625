package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.AssetAttributes;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What assets that are one and the same are likely to share. Assets are compared only where they share a key or lie next
 * to each other as vectors, so that the work grows with their number and not with its square.
 *
 * @param value comparable form, at most 253 characters
 */
public record DuplicateKey(Kind kind, String value) {
    /** What a key is taken from. */
    public enum Kind {
        SERIAL_NUMBER(20),
        /** A cluster's or a load balancer's address is written to all of its machines. */
        ADDRESS(5),
        QUALIFIED_NAME(20),
        /** Many items of a name, such as {@code Apache}, have a label and no name. */
        SHORT_NAME(5);

        private final int maxAssets;

        Kind(int maxAssets) {
            this.maxAssets = maxAssets;
        }

        /** A key that more assets of an engagement share identifies none of them: it is no evidence. */
        public int maxAssets() {
            return maxAssets;
        }
    }

    /** The greatest {@link Kind#maxAssets} of all. */
    public static final int MAX_ASSETS = 20;

    /** Most keys of one asset: one of each other kind, and its addresses. */
    public static final int MAX_OF_AN_ASSET = Kind.values().length - 1 + HostAddresses.MAX;

    /** An asset's keys, at most {@link #MAX_OF_AN_ASSET}. */
    public static Set<DuplicateKey> of(AssetAttributes asset) {
        Set<DuplicateKey> keys = new LinkedHashSet<>();
        SerialNumbers.comparable(asset.serialNumber())
                .ifPresent(serialNumber -> keys.add(new DuplicateKey(Kind.SERIAL_NUMBER, serialNumber)));
        HostAddresses.comparable(asset.addresses())
                .forEach(address -> keys.add(new DuplicateKey(Kind.ADDRESS, address)));
        AssetNames names = AssetNames.of(asset);
        if (names.qualified() != null) {
            keys.add(new DuplicateKey(Kind.QUALIFIED_NAME, names.qualified()));
        }
        if (names.shortName() != null) {
            keys.add(new DuplicateKey(Kind.SHORT_NAME, names.shortName()));
        }
        return keys;
    }
}
