package io.modernize.cmdb.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The facts that the figures depend on besides the systems: machine, versions, settings of the server. */
final class ServerEnvironment {
    private ServerEnvironment() {}

    /** The facts by name, in the order of reports. */
    static Map<String, String> of(DatabaseServer server) throws Exception {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        environment.put("Java", Runtime.version().toString());
        try (Connection connection = server.connect("cmdb");
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "select current_setting('server_version'), extversion from pg_extension where extname ="
                            + " 'vector'")) {
                row.next();
                environment.put("PostgreSQL", row.getString(1));
                environment.put("pgvector", row.getString(2));
            }
        }
        environment.put("server settings", String.join(", ", TemporaryServer.settings()));
        return environment;
    }
}
