package io.modernize.cmdb.inventory.records;

/** Turns the rows of one format into drafts. It has no state. */
public interface RowMapper {
    RowMapping map(SourceRecord row);
}
