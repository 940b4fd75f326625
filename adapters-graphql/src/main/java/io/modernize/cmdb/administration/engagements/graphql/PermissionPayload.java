package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.tenancy.Permission;

/** GraphQL enum {@code Permission}. */
enum PermissionPayload {
    ACCOUNT_MANAGE,
    USERS_MANAGE,
    ENGAGEMENTS_CREATE,
    DATA_FULL_ACCESS,
    DATA_VECTOR_SEARCH;

    static PermissionPayload from(Permission permission) {
        return switch (permission) {
            case ACCOUNT_MANAGE -> ACCOUNT_MANAGE;
            case USERS_MANAGE -> USERS_MANAGE;
            case ENGAGEMENTS_CREATE -> ENGAGEMENTS_CREATE;
            case DATA_FULL_ACCESS -> DATA_FULL_ACCESS;
            case DATA_VECTOR_SEARCH -> DATA_VECTOR_SEARCH;
        };
    }
}
