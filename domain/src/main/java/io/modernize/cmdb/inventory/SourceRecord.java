package io.modernize.cmdb.inventory;

/** One row of a source, decoded but not yet understood. */
public sealed interface SourceRecord permits TableRecord, JsonRecord {}
