package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.tenancy.Role;

/** GraphQL enum {@code Role}. */
public enum RolePayload {
    ADMINISTRATOR,
    ENGAGEMENT_MANAGER,
    ANALYST,
    VIEWER,
    AGENT;

    public static RolePayload from(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> ADMINISTRATOR;
            case ENGAGEMENT_MANAGER -> ENGAGEMENT_MANAGER;
            case ANALYST -> ANALYST;
            case VIEWER -> VIEWER;
            case AGENT -> AGENT;
        };
    }

    Role toDomain() {
        return switch (this) {
            case ADMINISTRATOR -> Role.ADMINISTRATOR;
            case ENGAGEMENT_MANAGER -> Role.ENGAGEMENT_MANAGER;
            case ANALYST -> Role.ANALYST;
            case VIEWER -> Role.VIEWER;
            case AGENT -> Role.AGENT;
        };
    }
}
