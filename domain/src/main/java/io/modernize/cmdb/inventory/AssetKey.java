package io.modernize.cmdb.inventory;

/**
 * The identity of an asset as its source knows it. It is unique inside one engagement.
 *
 * @param sourceSystem the register that the asset comes from, for example {@code servicenow}
 * @param externalKey the asset's key in that register
 */
public record AssetKey(String sourceSystem, String externalKey) {}
