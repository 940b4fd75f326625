package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/** Makes statements over the rows of one engagement, with the parameters {@code :client} and {@code :engagement}. */
final class EngagementStatements {
    private final TenantJdbc jdbc;

    EngagementStatements(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** A statement with both parameters bound. The caller has to check that the scope covers the engagement. */
    StatementSpec of(TenantScope scope, EngagementId engagementId, String sql) {
        return jdbc.sql(scope, sql).param("engagement", engagementId.value());
    }

    /**
     * A statement with {@code :rows} bound, too. Many rows travel as one JSON text, so that one statement takes them
     * all.
     */
    StatementSpec of(TenantScope scope, EngagementId engagementId, String sql, List<?> rows) {
        return of(scope, engagementId, sql).param("rows", JsonMapper.shared().writeValueAsString(rows));
    }

    /**
     * A query for an asset of the engagement that locks it, so that a row which names it is left out if the asset was
     * deleted meanwhile, and fails no statement.
     *
     * @param id the column with the asset's identifier
     */
    static String lockedAsset(String id) {
        return "(select a.id from cmdb_assets a where a.client_account_id = :client and a.engagement_id = :engagement"
                + " and a.id = " + id + " limit 1 for key share)";
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
