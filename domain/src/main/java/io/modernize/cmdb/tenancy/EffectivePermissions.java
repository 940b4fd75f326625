package io.modernize.cmdb.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The permissions of a caller in one client account: those that both the role of the membership and the access token
 * grant. The role says what the person or service may do there. The token says what the application may do for them.
 *
 * @param granted the permissions of the token
 */
public record EffectivePermissions(Role role, Set<Permission> granted) {
    public EffectivePermissions {
        granted = Set.copyOf(granted);
    }

    public boolean allows(Permission permission) {
        return lacking(permission).isEmpty();
    }

    /** What has to change for that permission. Empty if the caller has it. */
    public Optional<Lack> lacking(Permission permission) {
        boolean byToken = granted.contains(permission);
        if (role.allows(permission)) {
            return byToken ? Optional.empty() : Optional.of(Lack.TOKEN);
        }
        return Optional.of(byToken ? Lack.ROLE : Lack.ROLE_AND_TOKEN);
    }

    /** All permissions of the caller, in the order of {@link Permission}. */
    public List<Permission> all() {
        return Stream.of(Permission.values()).filter(this::allows).toList();
    }

    /** The part that has to change: the role, the token, or both. */
    public enum Lack {
        ROLE,
        TOKEN,
        ROLE_AND_TOKEN
    }
}
