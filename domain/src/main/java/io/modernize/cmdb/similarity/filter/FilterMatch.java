package io.modernize.cmdb.similarity.filter;

import io.modernize.cmdb.inventory.AssetAttribute;

/**
 * A condition of a filter, and the value with which an asset meets it.
 *
 * @param attribute the attribute that the condition is about
 * @param value the value of the asset; {@code name=value} for a source attribute
 */
public record FilterMatch(AssetAttribute attribute, String value) {}
