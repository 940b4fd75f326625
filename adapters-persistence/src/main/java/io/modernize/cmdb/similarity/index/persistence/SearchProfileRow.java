package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.SearchProfile;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A search profile in {@code vector_indexes}. */
public final class SearchProfileRow {
    private SearchProfileRow() {}

    public static SearchProfile toDomain(ResultSet row) throws SQLException {
        String indexName = row.getString("index_name");
        HnswIndex index = indexName == null
                ? null
                : new HnswIndex(
                        indexName,
                        row.getInt("indexed_generation"),
                        row.getLong("indexed_rows"),
                        row.getInt("ef_search"));
        return new SearchProfile(row.getInt("rerank_count"), index);
    }
}
