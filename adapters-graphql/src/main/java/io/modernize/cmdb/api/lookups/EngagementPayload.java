package io.modernize.cmdb.api.lookups;

import io.modernize.cmdb.tenancy.Engagement;

/**
 * GraphQL type {@code Engagement}. Its lists are answered by the capabilities that own them. Their methods declare a {@link
 * io.modernize.cmdb.tenancy.TenantScope}, which is narrowed to the engagement.
 */
public record EngagementPayload(String id, String slug, String name) {
    public static EngagementPayload from(Engagement engagement) {
        return new EngagementPayload(
                engagement.id().toString(), engagement.slug().value(), engagement.name());
    }
}
