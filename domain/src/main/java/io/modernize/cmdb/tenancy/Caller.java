package io.modernize.cmdb.tenancy;

import java.util.Set;

/**
 * Who calls, and what their access token lets them do wherever they are a member.
 *
 * @param granted by the token; may be empty. A caller may only do what the role of their membership allows as well:
 *     {@link EffectivePermissions}.
 */
public record Caller(PrincipalIdentity identity, Kind kind, Set<Permission> granted) {
    public Caller {
        granted = Set.copyOf(granted);
    }

    /** What stands behind the token. For records and logs: no right depends on it. */
    public enum Kind {
        /** Signed in by themselves; an application acts on their behalf. */
        PERSON,
        /** An application that signed in with credentials of its own. */
        SERVICE,
        /** The token does not say. */
        UNKNOWN
    }
}
