package io.modernize.cmdb.tenancy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A named set of permissions inside one client account. */
public enum Role {
    ADMINISTRATOR(EnumSet.allOf(Permission.class)),
    ENGAGEMENT_MANAGER(
            EnumSet.of(Permission.ENGAGEMENTS_CREATE, Permission.DATA_FULL_ACCESS, Permission.DATA_VECTOR_SEARCH)),
    ANALYST(EnumSet.of(Permission.DATA_FULL_ACCESS, Permission.DATA_VECTOR_SEARCH)),
    VIEWER(EnumSet.noneOf(Permission.class)),
    AGENT(EnumSet.of(Permission.DATA_VECTOR_SEARCH));

    private final Set<Permission> permissions;

    Role(EnumSet<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The name in tokens and settings, for example {@code engagement-manager}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }
}
