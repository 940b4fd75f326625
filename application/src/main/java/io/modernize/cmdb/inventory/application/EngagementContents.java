package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engagement holds besides the assets themselves, as an export reads it. All calls throw
 * {@link IllegalArgumentException} where the scope does not cover the engagement.
 */
public interface EngagementContents {
    long countAssets(TenantScope scope, EngagementId engagementId);

    /**
     * The engagement's relations, in an order that stays.
     *
     * @param after only relations beyond this one; null to begin
     * @param limit at most so many
     */
    List<NamedRelation> relations(TenantScope scope, EngagementId engagementId, @Nullable Relation after, int limit);

    /** A relation with the keys of both assets. */
    record NamedRelation(Relation relation, AssetKey parent, AssetKey child) {}
}
