package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStates;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Compares assets with {@code cmdb_asset_embeddings} and {@code embedding_refusals}, in one statement for all assets. */
@Component
class JdbcEmbeddingStates implements EmbeddingStates {
    private static final String STATES = """
        select a.id, e.updated_at as embedded_at, r.reason,
            case when r.asset_id is not null then 'REFUSED'
                when e.asset_id is null then 'MISSING'
                when e.content_hash <> a.document_hash then 'STALE'
                else 'CURRENT' end as status
        from cmdb_assets a
        left join cmdb_asset_embeddings e on e.client_account_id = a.client_account_id and e.asset_id = a.id
            and e.embedding_space_id = :space
        left join embedding_refusals r on r.client_account_id = a.client_account_id
            and r.embedding_space_id = :space and r.asset_id = a.id and r.content_hash = a.document_hash
        where a.client_account_id = :client and a.id = any(:assets)
          and (:allEngagements or a.engagement_id = any(:engagements))
        """;

    private final TenantJdbc jdbc;

    JdbcEmbeddingStates(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<AssetId, State> of(TenantScope scope, EmbeddingSpace space, Collection<AssetId> assets) {
        if (assets.isEmpty()) {
            return Map.of();
        }
        Map<AssetId, State> states = new HashMap<>();
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, STATES)
                        .param("space", space.id().value())
                        .param("assets", assets.stream().map(AssetId::value).toArray(UUID[]::new))
                        .query(row -> {
                            states.put(new AssetId(row.getObject("id", UUID.class)), state(row));
                        }));
        return states;
    }

    private static State state(ResultSet row) throws SQLException {
        OffsetDateTime embeddedAt = row.getObject("embedded_at", OffsetDateTime.class);
        return new State(
                Status.valueOf(row.getString("status")),
                embeddedAt == null ? null : embeddedAt.toInstant(),
                row.getString("reason"));
    }
}
