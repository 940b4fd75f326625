package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.index.application.SearchProfiles;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import org.springframework.stereotype.Component;

/** Stores the knobs of searches in {@code vector_indexes}. */
@Component
class JdbcSearchProfiles implements SearchProfiles {
    private final TenantJdbc jdbc;
    private final VectorIndexRecords records;

    JdbcSearchProfiles(TenantJdbc jdbc, VectorIndexRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    @Override
    public SearchProfile find(TenantScope scope, EmbeddingSpace space) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql("select * from vector_indexes where client_account_id = ? and embedding_space_id = ?")
                        .params(scope.clientAccountId().value(), space.id().value())
                        .query((row, number) -> SearchProfileRow.toDomain(row))
                        .optional()
                        .orElseGet(SearchProfile::initial));
    }

    @Override
    public void save(TenantScope scope, EmbeddingSpace space, Strategy strategy, int knob) {
        String column = switch (strategy) {
            case QUANTISED -> "rerank_count";
            case APPROXIMATE -> "ef_search";
        };
        jdbc.runInScope(scope, () -> {
            records.ensureExists(scope, space);
            jdbc.sql("update vector_indexes set " + column
                            + " = ? where client_account_id = ? and embedding_space_id = ?")
                    .params(knob, scope.clientAccountId().value(), space.id().value())
                    .update();
        });
    }
}
