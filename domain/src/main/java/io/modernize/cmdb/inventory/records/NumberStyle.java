package io.modernize.cmdb.inventory.records;

/** The way in which a file writes decimals. */
public enum NumberStyle {
    /** Decimals as {@code 1464.84} or {@code 1,464.84}, in files delimited by commas. */
    DECIMAL_POINT,
    /** Decimals as {@code 1464,84} or {@code 1.464,84}, in files delimited by semicolons. */
    DECIMAL_COMMA
}
