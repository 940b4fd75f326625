package io.modernize.cmdb.similarity.filter;

import io.modernize.cmdb.inventory.AssetAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that choose assets of a scope, embedded or not.
 *
 * @param namePrefix the beginning of the assets' names, ignoring case; null for any name
 */
public record AssetSelection(AssetFilter filter, @Nullable String namePrefix) {
    public boolean accepts(AssetAttributes asset) {
        return filter.accepts(asset)
                && (namePrefix == null
                        || asset.name().toLowerCase(Locale.ROOT).startsWith(namePrefix.toLowerCase(Locale.ROOT)));
    }
}
