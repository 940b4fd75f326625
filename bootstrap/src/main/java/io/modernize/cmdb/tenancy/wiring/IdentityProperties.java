package io.modernize.cmdb.tenancy.wiring;

import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.TokenGrants;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose access tokens count, and what the values in them stand for.
 *
 * @param grants by a value of the claims {@code roles} and {@code scp}: keys of permissions, or {@code *} for all
 */
@ConfigurationProperties("cmdb.identity")
record IdentityProperties(@DefaultValue Map<String, List<String>> grants) {
    private static final String PREFIX = "cmdb.identity.";
    private static final String EVERY_PERMISSION = "*";

    IdentityProperties {
        grants = Map.copyOf(grants);
    }

    /** @throws InvalidIdentitySettingsException where there is no such permission */
    TokenGrants tokenGrants() {
        return new TokenGrants(grants.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> permissions(entry.getKey(), entry.getValue()))));
    }

    private static Set<Permission> permissions(String value, List<String> keys) {
        return keys.stream().flatMap(key -> permissions(value, key)).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Permission> permissions(String value, String key) {
        if (key.equals(EVERY_PERMISSION)) {
            return Stream.of(Permission.values());
        }
        return Stream.of(Permission.ofKey(key)
                .orElseThrow(() -> new InvalidIdentitySettingsException(
                        PREFIX + "grants." + value + " names the permission \"" + key + "\", which does not exist.",
                        "Name one of "
                                + Stream.of(Permission.values())
                                        .map(Permission::key)
                                        .collect(Collectors.joining(", "))
                                + ", or * for all.")));
    }
}
