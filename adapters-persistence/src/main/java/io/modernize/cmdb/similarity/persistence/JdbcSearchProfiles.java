package io.modernize.cmdb.similarity.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.HnswIndex;
import io.modernize.cmdb.similarity.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.SearchProfile;
import io.modernize.cmdb.similarity.application.SearchProfiles;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knobs in {@code vector_indexes}. */
@Component
class JdbcSearchProfiles implements SearchProfiles {
    private final TenantTransactions transactions;
    private final VectorIndexRecords records;
    private final JdbcClient jdbc;

    JdbcSearchProfiles(TenantTransactions transactions, VectorIndexRecords records, JdbcClient jdbc) {
        this.transactions = transactions;
        this.records = records;
        this.jdbc = jdbc;
    }

    @Override
    public SearchProfile find(TenantScope scope, EmbeddingSpace space) {
        return transactions.inScope(
                scope,
                () -> jdbc.sql("select * from vector_indexes where client_account_id = ? and embedding_space_id = ?")
                        .params(scope.clientAccountId().value(), space.id().value())
                        .query(JdbcSearchProfiles::profile)
                        .optional()
                        .orElseGet(SearchProfile::initial));
    }

    private static SearchProfile profile(ResultSet row, int number) throws SQLException {
        String name = row.getString("index_name");
        return new SearchProfile(
                row.getInt("rerank_count"),
                name == null
                        ? null
                        : new HnswIndex(
                                name,
                                row.getInt("indexed_generation"),
                                row.getLong("indexed_rows"),
                                row.getInt("ef_search")));
    }

    @Override
    public void save(TenantScope scope, EmbeddingSpace space, Strategy strategy, int knob) {
        String column = switch (strategy) {
            case QUANTISED -> "rerank_count";
            case APPROXIMATE -> "ef_search";
        };
        transactions.runInScope(scope, () -> {
            records.ensureExists(scope, space);
            jdbc.sql("update vector_indexes set " + column
                            + " = ? where client_account_id = ? and embedding_space_id = ?")
                    .params(knob, scope.clientAccountId().value(), space.id().value())
                    .update();
        });
    }
}
