package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.AssetAttributes;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A value that records of the same thing are likely to share. Assets are compared only if they share a key or are
 * neighbours as vectors, so the work grows with their number and not with its square.
 *
 * @param value the value in a form that can be compared, at most 253 characters
 */
public record DuplicateKey(Kind kind, String value) {
    /** The attribute that a key is taken from. */
    public enum Kind {
        SERIAL_NUMBER(20),
        /** An IP address. The address of a cluster or a load balancer is written to all of its machines. */
        ADDRESS(5),
        QUALIFIED_NAME(20),
        /** A short name. Many items, such as {@code Apache}, have a label and no name of their own. */
        SHORT_NAME(5);

        private final int maxAssets;

        Kind(int maxAssets) {
            this.maxAssets = maxAssets;
        }

        /**
         * The greatest number of assets of an engagement that may share a key. A key of more assets identifies none of
         * them and is no evidence.
         */
        public int maxAssets() {
            return maxAssets;
        }
    }

    /** The greatest {@link Kind#maxAssets} of all kinds. */
    public static final int MAX_ASSETS = 20;

    /** The greatest number of keys of one asset: one of each kind, and more of its addresses. */
    public static final int MAX_OF_AN_ASSET = Kind.values().length - 1 + HostAddresses.MAX;

    /** The keys of an asset, at most {@link #MAX_OF_AN_ASSET}. */
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
