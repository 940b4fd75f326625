package io.modernize.cmdb.operations.isolation;

import io.modernize.cmdb.IssuerSettings;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who can sign in at the embedded issuer. Their tokens allow everything: what they may do depends on memberships. */
final class Identities {
    static final String CONSULTANT = "consultant";
    static final String STRANGER = "stranger";

    private static final java.util.Set<String> DIRECTORY_IDS = all().stream()
            .map(Identities::of)
            .flatMap(identity -> java.util.stream.Stream.of(
                    identity.directoryTenantId().toString(), identity.objectId().toString()))
            .collect(java.util.stream.Collectors.toSet());

    private Identities() {}

    static String name(String client, Role role) {
        return client + "-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static List<String> all() {
        List<String> names = new java.util.ArrayList<>();
        for (String client : Estate.SLUGS) {
            for (Role role : Role.values()) {
                names.add(name(client, role));
            }
        }
        names.add(CONSULTANT);
        names.add(STRANGER);
        return names;
    }

    /** All directories are one, so that only the object id tells people of different client accounts apart. */
    static PrincipalIdentity of(String name) {
        return new PrincipalIdentity(
                UUID.nameUUIDFromBytes("directory".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The directory, which all share, or somebody in it: no secret to anyone who may see a record of who did something. */
    static boolean isOfDirectory(String id) {
        return DIRECTORY_IDS.contains(id);
    }

    static String secret(String name) {
        return "test-" + name;
    }

    /** Settings of the embedded issuer. */
    static Map<String, String> settings() {
        IssuerSettings issuer = new IssuerSettings();
        all().forEach(name -> issuer.add(name, secret(name), of(name)));
        return issuer.settings();
    }
}
