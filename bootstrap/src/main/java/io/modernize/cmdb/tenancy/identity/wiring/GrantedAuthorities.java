package io.modernize.cmdb.tenancy.identity.wiring;

import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.TokenGrants;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/** The permissions that an access token grants, as authorities named by their keys. */
final class GrantedAuthorities implements Converter<Jwt, Collection<GrantedAuthority>> {
    /** The authority of every token with at least one known value, even if the value stands for no permission. */
    static final String ACCESS = "access";

    private final TokenGrants grants;

    GrantedAuthorities(TokenGrants grants) {
        this.grants = grants;
    }

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        return grants.of(appRoles(token), scopes(token))
                .map(GrantedAuthorities::authorities)
                .orElseGet(List::of);
    }

    private static @Nullable List<String> appRoles(Jwt token) {
        return token.getClaimAsStringList(IdentityClaims.APP_ROLES);
    }

    private static @Nullable List<String> scopes(Jwt token) {
        String scopes = token.getClaimAsString(IdentityClaims.SCOPES);
        return scopes == null ? null : List.of(scopes.split(" ", -1));
    }

    private static Collection<GrantedAuthority> authorities(Set<Permission> permissions) {
        return AuthorityUtils.createAuthorityList(
                Stream.concat(Stream.of(ACCESS), permissions.stream().map(Permission::key))
                        .toList());
    }
}
