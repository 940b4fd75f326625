package io.modernize.cmdb.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A measurement inside the server, written in SQL. Its last query gives the table. */
enum SqlWorkload {
    LAYOUTS,
    CALIBRATE;

    /** The measurement with that name. Empty if there is none. */
    static Optional<SqlWorkload> named(String name) {
        return List.of(values()).stream()
                .filter(workload -> workload.label().equals(name))
                .findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Runs it in a database of its own and returns its table as Markdown. */
    String run(DatabaseServer server) throws IOException, SQLException {
        server.createDatabase(label());
        try (Connection connection = server.connect(label());
                Statement statement = connection.createStatement()) {
            String table = "";
            for (String sql : statements(script())) {
                if (statement.execute(sql)) {
                    try (ResultSet rows = statement.getResultSet()) {
                        table = markdown(rows);
                    }
                }
            }
            return "## " + label() + "\n\n" + table;
        } finally {
            server.dropDatabase(label());
        }
    }

    private String script() throws IOException {
        try (InputStream script = SqlWorkload.class.getResourceAsStream("/sql/" + label() + ".sql")) {
            if (script == null) {
                throw new IllegalStateException("the script of " + label() + " is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The statements one by one, because some of them may not share a transaction. A statement ends with a line,
     * outside of a body.
     */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        boolean insideBody = false;
        for (String line : script.lines().toList()) {
            if (line.startsWith("--") || (line.isBlank() && statement.isEmpty())) {
                continue;
            }
            statement.append(line).append('\n');
            if (line.split("\\$\\$", -1).length % 2 == 0) {
                insideBody = !insideBody;
            }
            if (!insideBody && line.endsWith(";")) {
                statements.add(statement.toString());
                statement.setLength(0);
            }
        }
        return statements;
    }

    private static String markdown(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        StringBuilder table = new StringBuilder("|");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            table.append(' ').append(columns.getColumnLabel(i)).append(" |");
        }
        table.append("\n|").append("---|".repeat(columns.getColumnCount())).append('\n');
        while (rows.next()) {
            table.append('|');
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                table.append(' ').append(rows.getString(i)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }
}
