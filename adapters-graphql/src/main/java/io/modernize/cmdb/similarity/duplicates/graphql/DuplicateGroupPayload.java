package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.api.lookups.InEngagement;
import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code DuplicateGroup}. */
record DuplicateGroupPayload(
        String id,
        List<AssetPayload> members,
        List<DuplicateReasonPayload> reasons,
        double score,
        Instant foundAt,
        boolean stale,
        boolean dismissed,
        @Nullable Instant dismissedAt,
        TenantScope scope,
        EngagementId engagementId)
        implements InEngagement {

    static DuplicateGroupPayload from(TenantScope scope, DuplicateGroup group) {
        return new DuplicateGroupPayload(
                group.id().toString(),
                group.members().stream()
                        .map(asset -> AssetPayload.from(scope, asset))
                        .toList(),
                group.evidence().stream().map(DuplicateReasonPayload::from).toList(),
                group.score(),
                group.foundAt(),
                group.stale(),
                group.dismissedAt() != null,
                group.dismissedAt(),
                scope,
                group.engagementId());
    }
}
