package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.Role;

/** GraphQL enum {@code Role}. */
enum RolePayload {
    ADMINISTRATOR,
    ENGAGEMENT_MANAGER,
    ANALYST,
    VIEWER,
    AGENT;

    static RolePayload from(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> ADMINISTRATOR;
            case ENGAGEMENT_MANAGER -> ENGAGEMENT_MANAGER;
            case ANALYST -> ANALYST;
            case VIEWER -> VIEWER;
            case AGENT -> AGENT;
        };
    }
}
