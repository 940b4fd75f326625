package io.modernize.cmdb;

import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of the embedded issuer, person by person. Their tokens allow everything: what counts are memberships. */
public final class IssuerSettings {
    private final Map<String, String> settings = new LinkedHashMap<>();
    private int people;

    /** Lets somebody sign in by client credentials. */
    public void add(String clientId, String secret, PrincipalIdentity identity) {
        String client = "cmdb.local.clients[" + people + "].";
        settings.put(client + "id", clientId);
        settings.put(client + "secret", secret);
        String person = "cmdb.local.identities[" + people + "].";
        settings.put(person + "name", clientId);
        settings.put(person + "client-account", "none");
        settings.put(
                person + "directory-tenant-id", identity.directoryTenantId().toString());
        settings.put(person + "object-id", identity.objectId().toString());
        settings.put(person + "role", "administrator");
        people++;
    }

    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }
}
