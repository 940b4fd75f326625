package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contents of an engagement besides the assets themselves, as an export reads them. All methods throw {@link
 * IllegalArgumentException} if the scope does not cover the engagement.
 */
public interface EngagementContents {
    long countAssets(TenantScope scope, EngagementId engagementId);

    /**
     * The relations of the engagement, in an order that does not change.
     *
     * @param after only relations after this one; null to begin
     * @param limit the greatest number of relations
     */
    List<NamedRelation> relations(TenantScope scope, EngagementId engagementId, @Nullable Relation after, int limit);

    /** A relation with the keys of both assets. */
    record NamedRelation(Relation relation, AssetKey parent, AssetKey child) {}
}
