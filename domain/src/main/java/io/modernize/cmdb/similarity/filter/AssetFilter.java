package io.modernize.cmdb.similarity.filter;

import io.modernize.cmdb.inventory.AssetAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Conditions on assets, all of which must hold; at most one on each attribute. What requires nothing is left out.
 *
 * @throws IllegalArgumentException for two conditions on the same attribute
 */
public record AssetFilter(List<AssetCondition> conditions) {
    private static final AssetFilter NONE = new AssetFilter(List.of());

    /**
     * The greatest number of values in one list, and of source attributes. A filter beyond it is a mistake, and costs a
     * plan of its own.
     */
    public static final int MAX_VALUES = 100;

    public AssetFilter {
        conditions =
                conditions.stream().filter(condition -> !condition.isOpen()).toList();
        if (conditions.stream().map(AssetCondition::attribute).distinct().count() < conditions.size()) {
            throw new IllegalArgumentException("two conditions on the same attribute: " + conditions);
        }
    }

    public static AssetFilter of(AssetCondition... conditions) {
        return new AssetFilter(Stream.of(conditions).toList());
    }

    /** The filter that every asset passes. */
    public static AssetFilter none() {
        return NONE;
    }

    /** Whether an asset passes the filter. The SQL of the database adapter decides the same. */
    public boolean accepts(AssetAttributes asset) {
        return conditions.stream().allMatch(condition -> condition.accepts(asset));
    }

    /** The values with which an asset that passes the filter meets each condition. */
    public List<FilterMatch> matchesOf(AssetAttributes asset) {
        return conditions.stream()
                .flatMap(condition ->
                        condition.valuesOf(asset).stream().map(value -> new FilterMatch(condition.attribute(), value)))
                .toList();
    }
}
