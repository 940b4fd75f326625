package io.modernize.cmdb.similarity.filter;

/**
 * A condition of a filter, and the value by which an asset meets it.
 *
 * @param condition by its name in the API, {@link io.modernize.cmdb.inventory.AssetAttribute#filterName}
 * @param value as the asset has it; of a source attribute {@code name=value}
 */
public record FilterMatch(String condition, String value) {}
