package io.modernize.cmdb.tenancy;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of the values in an access token. A value is the key of a permission ({@code data.vector_search}) or a
 * value of the settings. An app role may also be the key of a {@link Role} ({@code engagement-manager}), which stands
 * for all permissions of the role. Other values mean nothing.
 */
public final class TokenGrants {
    private final Map<String, Set<Permission>> scopes;
    private final Map<String, Set<Permission>> appRoles;

    /** @param further values of the settings with their permissions; they win over the others */
    public TokenGrants(Map<String, Set<Permission>> further) {
        Map<String, Set<Permission>> keys =
                Stream.of(Permission.values()).collect(Collectors.toMap(Permission::key, Set::of));
        Map<String, Set<Permission>> roles =
                Stream.of(Role.values()).collect(Collectors.toMap(Role::key, Role::permissions));
        this.scopes = merged(keys, further);
        this.appRoles = merged(merged(roles, keys), further);
    }

    private static Map<String, Set<Permission>> merged(
            Map<String, Set<Permission>> some, Map<String, Set<Permission>> winning) {
        return Stream.of(some, winning)
                .flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, Map.Entry::getValue, (former, latter) -> latter));
    }

    /**
     * The permissions that a token grants. Empty if no value is known, as in a token that was made for anybody who
     * asked. A token may have a known value and grant no permission: the role of a viewer has none.
     *
     * @param appRoles the app roles of the caller; null if the token has none
     * @param delegated the scopes that the caller lets an application use on their behalf; null if no application acts
     *     on anybody's behalf. If a token has both, only permissions that both grant are granted: an application does
     *     not get more than its user has.
     */
    public Optional<Set<Permission>> of(@Nullable Collection<String> appRoles, @Nullable Collection<String> delegated) {
        Optional<Set<Permission>> byRoles = union(this.appRoles, appRoles);
        if (delegated == null) {
            return byRoles;
        }
        Optional<Set<Permission>> byScopes = union(scopes, delegated);
        return appRoles == null
                ? byScopes
                : byScopes.flatMap(some -> byRoles.map(others -> intersection(some, others)));
    }

    private static Optional<Set<Permission>> union(
            Map<String, Set<Permission>> known, @Nullable Collection<String> values) {
        if (values == null || values.stream().noneMatch(known::containsKey)) {
            return Optional.empty();
        }
        return Optional.of(values.stream()
                .flatMap(value -> known.getOrDefault(value, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<Permission> intersection(Set<Permission> some, Set<Permission> others) {
        EnumSet<Permission> both = EnumSet.noneOf(Permission.class);
        both.addAll(some);
        both.retainAll(others);
        return both;
    }
}
