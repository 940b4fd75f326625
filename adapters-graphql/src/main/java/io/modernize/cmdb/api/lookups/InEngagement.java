package io.modernize.cmdb.api.lookups;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/** A row of an answer that has a field {@code engagement}. Neither method is part of the schema. */
public interface InEngagement {
    /** The scope that the row was found in; the engagement is looked up in it. */
    TenantScope scope();

    /** The engagement that the row belongs to; null if it belongs to the client account as a whole. */
    @Nullable
    EngagementId engagementId();
}
