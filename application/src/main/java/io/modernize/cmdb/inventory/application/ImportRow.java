package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.records.RowMapping;

/**
 * A row of a file and its meaning.
 *
 * @param index the number of the data row, counted from 0
 * @param line the physical line of the file where the row begins; the header is line 1
 */
public record ImportRow(long index, long line, RowMapping mapping) {}
