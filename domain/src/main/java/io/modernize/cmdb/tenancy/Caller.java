package io.modernize.cmdb.tenancy;

import java.util.Set;

/**
 * The identity that calls, and the permissions that its access token grants wherever it is a member.
 *
 * @param granted the permissions of the token; may be empty. A caller may only do what the role of their membership
 *     allows as well: {@link EffectivePermissions}.
 */
public record Caller(PrincipalIdentity identity, Kind kind, Set<Permission> granted) {
    public Caller {
        granted = Set.copyOf(granted);
    }

    /** The kind of identity behind the token. It is for records and logs. No right depends on it. */
    public enum Kind {
        /** A person who signed in. An application acts on the person's behalf. */
        PERSON,
        /** An application that signed in with credentials of its own. */
        SERVICE,
        /** A person or an application. The token does not say which. */
        UNKNOWN
    }
}
