package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetAttribute;
import java.util.List;

/**
 * A column of {@code cmdb_asset_embeddings} that repeats an attribute of the asset for filters: a number as it is, a text as the
 * key by which texts are compared. Lists and entries, which are unbounded, stay with the asset.
 */
public final class FilterColumn {
    /** All of them, in the order of attributes. */
    public static final List<FilterColumn> ALL = AssetAttribute.all().stream()
            .filter(FilterColumn::isRepeated)
            .map(FilterColumn::of)
            .toList();

    private final AssetAttribute attribute;

    private FilterColumn(AssetAttribute attribute) {
        this.attribute = attribute;
    }

    /**
     * The attribute's column.
     *
     * @throws IllegalArgumentException where embeddings do not repeat it
     */
    public static FilterColumn of(AssetAttribute attribute) {
        if (!isRepeated(attribute)) {
            throw new IllegalArgumentException("embeddings do not repeat " + attribute);
        }
        return new FilterColumn(attribute);
    }

    private static boolean isRepeated(AssetAttribute attribute) {
        return attribute.isFilter()
                && switch (attribute.kind()) {
                    case TEXT, OS_FAMILY, INTEGER, LONG, DECIMAL -> true;
                    case TEXTS, ENTRIES -> false;
                };
    }

    private boolean isKey() {
        return switch (attribute.kind()) {
            case TEXT, OS_FAMILY -> true;
            case INTEGER, LONG, DECIMAL, TEXTS, ENTRIES -> false;
        };
    }

    public String name() {
        return isKey() ? attribute.column() + "_key" : attribute.column();
    }

    /**
     * What the column repeats, as an expression.
     *
     * @param assets how the statement calls {@code cmdb_assets}
     */
    public String valueOf(String assets) {
        String value = assets + "." + attribute.column();
        return isKey() ? "filter_key(" + value + ")" : value;
    }
}
