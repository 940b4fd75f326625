package io.modernize.cmdb.inventory;

/**
 * Identity of an asset as its source knows it, unique inside one engagement.
 *
 * @param sourceSystem which register the asset comes from, for example {@code servicenow}
 * @param externalKey the asset's key in that register
 */
public record AssetKey(String sourceSystem, String externalKey) {}
