package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directed, typed relations between the assets of one engagement. Both methods throw {@link
 * IllegalArgumentException} if the scope does not cover the engagement.
 */
public interface AssetRelations {
    /**
     * The assets that each reference means. A reference means the assets with that external key. If there are none, it
     * means the assets with that name. A reference that means no asset is absent from the result.
     */
    Map<String, List<AssetId>> resolve(TenantScope scope, EngagementId engagementId, Set<String> references);

    /** Stores relations and returns the number of new ones. Existing relations stay as they are. */
    int save(TenantScope scope, EngagementId engagementId, List<Relation> relations);

    /** A relation of the parent to the child. */
    record Relation(AssetId parent, AssetId child, String type) {}
}
