package io.modernize.cmdb.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** Measures a statement in the server itself: planning and execution, without network and driver. */
final class ServerTime {
    /** The explanation without timing of each plan node, which would cost more than what is measured. */
    private static final String EXPLAIN = "explain (analyze, timing off, costs off, summary on) ";

    private static final String PLANNING = "Planning Time: ";
    private static final String EXECUTION = "Execution Time: ";

    private ServerTime() {}

    /** The nanoseconds in a transaction of the client account. Policies apply if the login has any. */
    static long of(Connection connection, BareStatement bare, UUID client) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local app.client_account_id = '" + client + "'");
            if (!bare.settings().isEmpty()) {
                setting.execute(bare.settings().replace("set ", "set local "));
            }
            try (PreparedStatement statement = connection.prepareStatement(EXPLAIN + bare.query())) {
                bare.bind(statement);
                return sum(statement);
            }
        } finally {
            connection.rollback();
        }
    }

    private static long sum(PreparedStatement statement) throws SQLException {
        double milliseconds = 0;
        try (ResultSet lines = statement.executeQuery()) {
            while (lines.next()) {
                String line = lines.getString(1).strip();
                for (String label : List.of(PLANNING, EXECUTION)) {
                    if (line.startsWith(label)) {
                        milliseconds += Double.parseDouble(
                                line.substring(label.length()).replace(" ms", ""));
                    }
                }
            }
        }
        return (long) (milliseconds * 1e6);
    }
}
