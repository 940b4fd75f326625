package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.tenancy.Engagement;

/** GraphQL type {@code Engagement}. */
record EngagementPayload(String id, String slug, String name) {
    static EngagementPayload from(Engagement engagement) {
        return new EngagementPayload(
                engagement.id().toString(), engagement.slug().value(), engagement.name());
    }
}
