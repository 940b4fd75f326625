package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingCoverage;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Compares {@code cmdb_assets} with {@code cmdb_asset_embeddings}. */
@Component
class JdbcEmbeddingCoverage implements EmbeddingCoverage {
    private final TenantJdbc jdbc;

    JdbcEmbeddingCoverage(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<EngagementCoverage> of(TenantScope scope, EmbeddingSpace space) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, """
                    select engagement_id, count(*) as assets,
                        count(*) filter (where missing and not refused) as missing,
                        count(*) filter (where stale and not refused) as stale,
                        count(*) filter (where refused) as refused,
                        min(updated_at) filter (where (missing or stale) and not refused) as due_since
                    from (
                        select a.engagement_id, a.updated_at, e.asset_id is null as missing,
                            coalesce(e.content_hash <> a.document_hash, false) as stale, r.asset_id is not null as refused
                        from cmdb_assets a
                        left join cmdb_asset_embeddings e on e.client_account_id = a.client_account_id
                            and e.asset_id = a.id and e.embedding_space_id = :space
                        left join embedding_refusals r on r.client_account_id = a.client_account_id
                            and r.embedding_space_id = :space and r.asset_id = a.id and r.content_hash = a.document_hash
                        where a.client_account_id = :client
                          and (:allEngagements or a.engagement_id = any(:engagements))) as states
                    group by engagement_id order by engagement_id
                    """)
                        .param("space", space.id().value())
                        .query((row, number) -> {
                            OffsetDateTime dueSince = row.getObject("due_since", OffsetDateTime.class);
                            return new EngagementCoverage(
                                    new EngagementId(row.getObject("engagement_id", UUID.class)),
                                    row.getLong("assets"),
                                    row.getLong("missing"),
                                    row.getLong("stale"),
                                    row.getLong("refused"),
                                    dueSince == null ? null : dueSince.toInstant());
                        })
                        .list());
    }
}
