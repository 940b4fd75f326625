package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stores refusals in {@code embedding_refusals}. They are few, so each is a statement. */
@Component
class JdbcEmbeddingRefusals implements EmbeddingRefusals {
    private final TenantJdbc jdbc;

    JdbcEmbeddingRefusals(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(TenantScope scope, EmbeddingSpace space, List<AssetRefusal> refusals) {
        // In the order of the key, so that two writers of the same assets wait for each other and do not deadlock.
        List<AssetRefusal> rows = refusals.stream()
                .filter(refusal -> scope.engagements().includes(refusal.engagementId()))
                .sorted(Comparator.comparing(refusal -> refusal.assetId().value()))
                .toList();
        if (!rows.isEmpty()) {
            jdbc.runInScope(scope, () -> rows.forEach(refusal -> record(scope, space, refusal)));
        }
    }

    /**
     * Stores one refusal. It reads the asset under a lock, because an asset that was deleted meanwhile must not fail
     * the others.
     */
    private void record(TenantScope scope, EmbeddingSpace space, AssetRefusal refusal) {
        jdbc.sql(scope, """
            insert into embedding_refusals (client_account_id, engagement_id, asset_id, embedding_space_id, content_hash,
                reason)
            select a.client_account_id, a.engagement_id, a.id, :space, :hash, :reason
            from cmdb_assets a
            where a.client_account_id = :client and a.engagement_id = :engagement and a.id = :asset
            for key share of a
            on conflict (client_account_id, embedding_space_id, asset_id) do update set
                content_hash = excluded.content_hash, reason = excluded.reason, refused_at = now()
            """)
                .param("space", space.id().value())
                .param("hash", refusal.contentHash().bytes())
                .param("reason", refusal.reason())
                .param("engagement", refusal.engagementId().value())
                .param("asset", refusal.assetId().value())
                .update();
    }

    @Override
    public long count(TenantScope scope, EmbeddingSpace space) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, """
                    select count(*) from embedding_refusals r
                    join cmdb_assets a on a.client_account_id = r.client_account_id and a.id = r.asset_id
                        and a.document_hash = r.content_hash
                    where r.client_account_id = :client and r.embedding_space_id = :space
                      and (:allEngagements or r.engagement_id = any(:engagements))
                    """)
                        .param("space", space.id().value())
                        .query(Long.class)
                        .single());
    }
}
