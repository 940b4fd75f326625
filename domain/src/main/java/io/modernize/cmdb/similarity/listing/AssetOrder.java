package io.modernize.cmdb.similarity.listing;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import java.math.BigDecimal;
import java.util.Optional;
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
        NAME(AssetAttribute.NAME),
        CI_CLASS(AssetAttribute.CI_CLASS),
        ENVIRONMENT(AssetAttribute.ENVIRONMENT),
        /** No attribute, but when the asset was last changed. */
        UPDATED_AT(null),
        CPU_COUNT(AssetAttribute.CPU_COUNT),
        MEMORY_MIB(AssetAttribute.MEMORY_MIB),
        STORAGE_GIB(AssetAttribute.STORAGE_GIB);

        private final @Nullable AssetAttribute attribute;

        Field(@Nullable AssetAttribute attribute) {
            this.attribute = attribute;
        }

        /** Empty for {@link #UPDATED_AT}. */
        public Optional<AssetAttribute> attribute() {
            return Optional.ofNullable(attribute);
        }

        /** The asset's value in a form that loses nothing; null if the asset has none. */
        public @Nullable String valueOf(Asset asset) {
            return attribute == null ? asset.updatedAt().toString() : text(attribute.of(asset.attributes()));
        }

        private static @Nullable String text(@Nullable Object value) {
            return switch (value) {
                case null -> null;
                case BigDecimal decimal -> decimal.toPlainString();
                case Object other -> other.toString();
            };
        }
    }

    /** The place of an asset in this order. */
    public AssetPosition positionOf(Asset asset) {
        return new AssetPosition(field.valueOf(asset), asset.id());
    }
}
