package io.modernize.cmdb.administration.members.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** GraphQL input {@code GrantMembershipInput}. */
record GrantMembershipInput(
        String directoryTenantId,
        String objectId,
        RolePayload role,
        @Nullable List<String> engagementIds,
        @Nullable String label) {}
