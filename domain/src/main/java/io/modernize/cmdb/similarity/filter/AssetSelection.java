package io.modernize.cmdb.similarity.filter;

import io.modernize.cmdb.inventory.AssetAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which assets of a scope are listed, embedded or not.
 *
 * @param namePrefix what their names begin with, ignoring case; null for any
 */
public record AssetSelection(AssetFilter filter, @Nullable String namePrefix) {
    public boolean accepts(AssetAttributes asset) {
        return filter.accepts(asset)
                && (namePrefix == null
                        || asset.name().toLowerCase(Locale.ROOT).startsWith(namePrefix.toLowerCase(Locale.ROOT)));
    }
}
