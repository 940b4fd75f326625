package io.modernize.cmdb.inventory.records;

/** One row of a source that is decoded but not yet understood. */
public sealed interface SourceRecord permits TableRecord, JsonRecord {}
