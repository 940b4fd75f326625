package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Slug;
import java.util.UUID;

record EngagementRow(UUID clientAccountId, UUID id, String slug, String name) {
    Engagement toDomain() {
        return new Engagement(new ClientAccountId(clientAccountId), new EngagementId(id), new Slug(slug), name);
    }
}
