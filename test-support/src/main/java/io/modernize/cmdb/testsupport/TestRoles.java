package io.modernize.cmdb.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The application's two roles in a test database, by the script that production has. */
final class TestRoles {
    private TestRoles() {}

    /** @param database as the administrator */
    static void make(DataSource database, TestServer server, TestServer.Login owner, TestServer.Login application)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            set(connection, "cmdb.owner_role", owner.user());
            set(connection, "cmdb.application_role", application.user());
            // Of a copy, too: what may be done with a database as a whole is not copied.
            statement.execute(Files.readString(server.projectRoot().resolve("scripts/roles.sql")));
            if (server.givenRoles() != null) {
                return;
            }
            // An administrator who is no superuser copies and drops only what belongs to a role of its own.
            statement.execute("do $$ begin if not pg_has_role('%1$s', 'usage') then grant %1$s to current_user;"
                            .formatted(owner.user())
                    + " end if; end $$");
            server.storePassword(statement, owner);
            server.storePassword(statement, application);
        }
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, false)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }
}
