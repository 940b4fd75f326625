package io.modernize.cmdb.similarity.assets.graphql;

import io.modernize.cmdb.tenancy.Engagement;

/**
 * GraphQL type {@code Engagement}, as the owner of a hit. Administration has a record of its own for the same type,
 * because payloads are private to their capability.
 */
public record EngagementPayload(String id, String slug, String name) {
    public static EngagementPayload from(Engagement engagement) {
        return new EngagementPayload(
                engagement.id().toString(), engagement.slug().value(), engagement.name());
    }
}
