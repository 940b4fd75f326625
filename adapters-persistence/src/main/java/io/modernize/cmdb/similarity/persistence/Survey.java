package io.modernize.cmdb.similarity.persistence;

import io.modernize.cmdb.similarity.CandidateCount;
import io.modernize.cmdb.similarity.HnswIndex;
import io.modernize.cmdb.similarity.SearchPlan;
import io.modernize.cmdb.similarity.SearchProfile;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a search knows before it chooses its plan. */
record Survey(CandidateCount candidates, SearchProfile profile) {

    /** @param limit where the statement stopped counting */
    static Survey of(ResultSet row, int limit) throws SQLException {
        row.next();
        long counted = row.getLong("candidates");
        CandidateCount candidates = counted < limit ? CandidateCount.exactly(counted) : CandidateCount.atLeast(counted);
        if (row.getObject("rerank_count") == null) {
            return new Survey(candidates, SearchProfile.initial());
        }
        String indexName = row.getString("index_name");
        HnswIndex index = indexName == null
                ? null
                : new HnswIndex(
                        indexName,
                        row.getInt("indexed_generation"),
                        row.getLong("indexed_rows"),
                        row.getInt("ef_search"));
        return new Survey(candidates, new SearchProfile(row.getInt("rerank_count"), index));
    }

    HnswIndex index(SearchPlan.Approximate plan) {
        HnswIndex index = profile.index();
        if (index == null) {
            throw new IllegalStateException("the client account has no index, and the plan is " + plan);
        }
        return index;
    }
}
