package io.modernize.cmdb.tenancy.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.modernize.cmdb.testsupport.TestDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Connections to test databases that are kept and used again. Each new one costs more than most statements that tests
 * send: a process of the server, a password that is checked, and a catalogue that is read anew.
 */
public final class KeptLogins {
    private static final JdbcClient OWNER =
            JdbcClient.create(kept(TestDatabase.shared().ownerDataSource()));
    private static final JdbcClient ADMIN =
            JdbcClient.create(kept(TestDatabase.shared().adminDataSource()));

    private KeptLogins() {}

    /** Who owns the tables of the shared database. */
    public static JdbcClient owner() {
        return OWNER;
    }

    /** Who made the shared database. */
    public static JdbcClient admin() {
        return ADMIN;
    }

    /** What a test sets on a connection that it gives back is still set when it is taken again. */
    static DataSource kept(DataSource login) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(login);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
