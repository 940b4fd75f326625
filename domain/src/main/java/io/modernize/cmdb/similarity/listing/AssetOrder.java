package io.modernize.cmdb.similarity.listing;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of assets. Equal values are in the order of ids, which is the same after the same import (see {@link
 * io.modernize.cmdb.inventory.AssetId#fresh}), in the same direction; assets without a value come
 * last, whatever the direction.
 */
public record AssetOrder(Field field, boolean descending) {
    /** The order by name, ascending. */
    public static final AssetOrder BY_NAME = new AssetOrder(Field.NAME, false);

    /** The fields that assets can be ordered by. Texts are compared by the database's collation. */
    public enum Field {
        NAME,
        CI_CLASS,
        ENVIRONMENT,
        UPDATED_AT,
        CPU_COUNT,
        MEMORY_MIB,
        STORAGE_GIB;

        /** The asset's value in a form that loses nothing; null if the asset has none. */
        public @Nullable String valueOf(Asset asset) {
            AssetAttributes attributes = asset.attributes();
            return switch (this) {
                case NAME -> attributes.name();
                case CI_CLASS -> attributes.ciClass();
                case ENVIRONMENT -> attributes.environment();
                case UPDATED_AT -> asset.updatedAt().toString();
                case CPU_COUNT -> text(attributes.cpuCount());
                case MEMORY_MIB -> text(attributes.memoryMib());
                case STORAGE_GIB -> text(attributes.storageGib());
            };
        }

        private static @Nullable String text(@Nullable Number number) {
            if (number == null) {
                return null;
            }
            return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
        }
    }

    /** The place of an asset in this order. */
    public AssetPosition positionOf(Asset asset) {
        return new AssetPosition(field.valueOf(asset), asset.id());
    }
}
