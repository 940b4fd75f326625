package io.modernize.cmdb.similarity.persistence;

import io.modernize.cmdb.similarity.HnswIndex;
import io.modernize.cmdb.similarity.SearchProfile;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a search profile lies in {@code vector_indexes}. */
final class SearchProfileRow {
    private SearchProfileRow() {}

    static SearchProfile toDomain(ResultSet row) throws SQLException {
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
