package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.records.RowMapping;

/**
 * A row of a file and what it means.
 *
 * @param index of the data row, counted from 0
 * @param line physical line of the file where the row begins, the header being line 1
 */
public record ImportRow(long index, long line, RowMapping mapping) {}
