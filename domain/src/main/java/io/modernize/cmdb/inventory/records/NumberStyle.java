package io.modernize.cmdb.inventory.records;

/** How a file writes decimals. */
public enum NumberStyle {
    /** {@code 1464.84}, or {@code 1,464.84} in thousands: files delimited by commas. */
    DECIMAL_POINT,
    /** {@code 1464,84}, or {@code 1.464,84} in thousands: files delimited by semicolons. */
    DECIMAL_COMMA
}
