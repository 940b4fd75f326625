package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetAttribute;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A column of {@code cmdb_asset_embeddings} that repeats an attribute of the asset for filters: a number as it is, a text as the
 * key by which texts are compared. Lists and entries, which are unbounded, stay with the asset.
 */
public final class FilterColumn {
    private static final Map<AssetAttribute, FilterColumn> BY_ATTRIBUTE = byAttribute();

    private final AssetAttribute attribute;
    private final String name;

    private FilterColumn(AssetAttribute attribute) {
        this.attribute = attribute;
        this.name = isKey() ? attribute.column() + "_key" : attribute.column();
    }

    private static Map<AssetAttribute, FilterColumn> byAttribute() {
        Map<AssetAttribute, FilterColumn> columns = new EnumMap<>(AssetAttribute.class);
        AssetAttribute.all().stream()
                .filter(FilterColumn::isRepeated)
                .forEach(attribute -> columns.put(attribute, new FilterColumn(attribute)));
        return columns;
    }

    /** In the order of attributes. */
    public static Collection<FilterColumn> all() {
        return Collections.unmodifiableCollection(BY_ATTRIBUTE.values());
    }

    /**
     * The attribute's column.
     *
     * @throws IllegalArgumentException where embeddings do not repeat it
     */
    public static FilterColumn of(AssetAttribute attribute) {
        FilterColumn column = BY_ATTRIBUTE.get(attribute);
        if (column == null) {
            throw new IllegalArgumentException("embeddings do not repeat " + attribute);
        }
        return column;
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
        return name;
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
