package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/** Makes statements over the rows of one engagement, with the parameters {@code :client} and {@code :engagement}. */
final class EngagementStatements {
    private final JdbcClient jdbc;

    EngagementStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement with both parameters bound. The caller has to check that the scope covers the engagement. */
    StatementSpec of(TenantScope scope, EngagementId engagementId, String sql) {
        return jdbc.sql(sql).param("client", scope.clientAccountId().value()).param("engagement", engagementId.value());
    }

    /**
     * A statement with {@code :rows} bound, too. Many rows travel as one JSON text, so that one statement takes them
     * all.
     */
    StatementSpec of(TenantScope scope, EngagementId engagementId, String sql, List<?> rows) {
        return of(scope, engagementId, sql).param("rows", JsonMapper.shared().writeValueAsString(rows));
    }

    /** A hash as a JSON text that PostgreSQL reads as {@code bytea}. */
    static String bytea(ContentHash hash) {
        return "\\x" + hash;
    }

    /** Deletes the rows of the engagement from the table. */
    void deleteAll(TenantScope scope, EngagementId engagementId, String table) {
        of(
                        scope,
                        engagementId,
                        "delete from " + table + " where client_account_id = :client and engagement_id = :engagement")
                .update();
    }
}
