package io.modernize.cmdb.inventory;

/** Turns the rows of one format into drafts. Stateless. */
interface RowMapper {
    RowMapping map(SourceRecord row);
}
