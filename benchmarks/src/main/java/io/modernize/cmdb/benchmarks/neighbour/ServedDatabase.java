package io.modernize.cmdb.benchmarks.neighbour;

import java.util.Map;

/** The database of the service, with the logins that the service uses. */
public record ServedDatabase(
        String url, String owner, String ownerPassword, String application, String applicationPassword) {

    Map<String, String> environment() {
        return Map.of(
                "CMDB_DB_URL", url,
                "CMDB_DB_OWNER_USER", owner,
                "CMDB_DB_OWNER_PASSWORD", ownerPassword,
                "CMDB_DB_APP_USER", application,
                "CMDB_DB_APP_PASSWORD", applicationPassword);
    }
}
