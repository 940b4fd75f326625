package io.modernize.cmdb.similarity.filter;

/**
 * A condition of a filter, and the value with which an asset meets it.
 *
 * @param condition the name of the condition in the API, {@link io.modernize.cmdb.inventory.AssetAttribute#filterName}
 * @param value the value of the asset; {@code name=value} for a source attribute
 */
public record FilterMatch(String condition, String value) {}
