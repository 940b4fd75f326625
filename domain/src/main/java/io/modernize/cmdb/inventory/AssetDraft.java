package io.modernize.cmdb.inventory;

/** An asset as a source describes it, before it is stored. */
public record AssetDraft(AssetKey key, AssetAttributes attributes) {}
