package io.modernize.cmdb.tenancy.database.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address of the database, the two logins to it, and how many connections each kind of work may have.
 *
 * @param url JDBC URL of a PostgreSQL database
 * @param owner the login that migrates the schema and owns it
 * @param application the login that serves requests and jobs; row-level security applies to it
 * @param background the connections of jobs, schedules, events and uploads, with the application's login
 * @param administration the connections for the health of the service, with the application's login
 */
@ConfigurationProperties("cmdb.database")
record DatabaseProperties(
        String url,
        Login owner,
        Login application,
        @DefaultValue Background background,
        @DefaultValue Administration administration) {
    private static final int MOST_CONNECTIONS = 500;

    public DatabaseProperties {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("cmdb.database.url has to be a JDBC URL of PostgreSQL; set CMDB_DB_URL,"
                    + " CMDB_DB_OWNER_USER, CMDB_DB_OWNER_PASSWORD, CMDB_DB_APP_USER and CMDB_DB_APP_PASSWORD, or start"
                    + " with ./run, which brings up a database");
        }
    }

    private static void require(String pool, int maximumPoolSize) {
        if (maximumPoolSize < 1 || maximumPoolSize > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("cmdb.database." + pool + ".maximum-pool-size is " + maximumPoolSize
                    + "; allowed are 1 to " + MOST_CONNECTIONS);
        }
    }

    /**
     * A login.
     *
     * @param maximumPoolSize of the application's login: the greatest number of connections of requests, 1 to 500;
     *     PostgreSQL serves few busy ones better than many
     */
    record Login(
            String username,
            String password,
            @DefaultValue("10") int maximumPoolSize) {
        Login {
            require("application", maximumPoolSize);
        }

        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }

    /** @param maximumPoolSize the greatest number of connections of background work, 1 to 500 */
    record Background(@DefaultValue("10") int maximumPoolSize) {
        Background {
            require("background", maximumPoolSize);
        }
    }

    /** @param maximumPoolSize the greatest number of connections for health and the checks of fences, 1 to 500 */
    record Administration(@DefaultValue("2") int maximumPoolSize) {
        Administration {
            require("administration", maximumPoolSize);
        }
    }
}
