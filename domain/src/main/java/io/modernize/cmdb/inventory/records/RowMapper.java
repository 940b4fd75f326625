package io.modernize.cmdb.inventory.records;

/** Turns the rows of one format into drafts. Stateless. */
public interface RowMapper {
    RowMapping map(SourceRecord row);
}
