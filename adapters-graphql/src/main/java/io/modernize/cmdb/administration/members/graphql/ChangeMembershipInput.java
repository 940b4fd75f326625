package io.modernize.cmdb.administration.members.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** GraphQL input {@code ChangeMembershipInput}. */
record ChangeMembershipInput(
        String id, RolePayload role, @Nullable List<String> engagementIds) {}
