package io.modernize.cmdb.similarity.search.persistence;

import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.index.persistence.SearchProfileRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The facts that a search knows before it chooses its plan. */
record Survey(CandidateCount candidates, SearchProfile profile) {

    /** @param limit the number at which the statement stopped counting */
    static Survey of(ResultSet row, int limit) throws SQLException {
        row.next();
        long counted = row.getLong("candidates");
        CandidateCount candidates = counted < limit ? CandidateCount.exactly(counted) : CandidateCount.atLeast(counted);
        if (row.getObject("rerank_count") == null) {
            return new Survey(candidates, SearchProfile.initial());
        }
        return new Survey(candidates, SearchProfileRow.toDomain(row));
    }
}
