package io.modernize.cmdb.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a caller may do in one client account: what the role of their membership and their access token both allow. The
 * role says what the person or service may do there, the token what the application that they use may do for them.
 *
 * @param granted by the token
 */
public record EffectivePermissions(Role role, Set<Permission> granted) {
    public EffectivePermissions {
        granted = Set.copyOf(granted);
    }

    public boolean allows(Permission permission) {
        return lacking(permission).isEmpty();
    }

    /** What stands in the way of that permission; empty where nothing does. */
    public Optional<Lack> lacking(Permission permission) {
        boolean byToken = granted.contains(permission);
        if (role.allows(permission)) {
            return byToken ? Optional.empty() : Optional.of(Lack.TOKEN);
        }
        return Optional.of(byToken ? Lack.ROLE : Lack.ROLE_AND_TOKEN);
    }

    /** All that are allowed, in the order of {@link Permission}. */
    public List<Permission> all() {
        return Stream.of(Permission.values()).filter(this::allows).toList();
    }

    /** Which of the two has to change. */
    public enum Lack {
        ROLE,
        TOKEN,
        ROLE_AND_TOKEN
    }
}
