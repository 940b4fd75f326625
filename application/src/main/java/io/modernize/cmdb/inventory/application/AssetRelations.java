package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Directed, typed relations between the assets of one engagement. Both calls throw {@link IllegalArgumentException} where
 * the scope does not cover the engagement.
 */
public interface AssetRelations {
    /**
     * The assets that each reference means: those of that external key or, where there is none, of that name. A
     * reference that means no asset is absent from the answer; one that means several has several.
     */
    Map<String, List<AssetId>> resolve(TenantScope scope, EngagementId engagementId, Set<String> references);

    /** Stores relations; those that exist stay as they are. The answer is how many are new. */
    int save(TenantScope scope, EngagementId engagementId, List<Relation> relations);

    /** The parent has this relation to the child. */
    record Relation(AssetId parent, AssetId child, String type) {}
}
