package io.modernize.cmdb.tenancy.database.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address of the database, and the two logins to it.
 *
 * @param url JDBC URL of a PostgreSQL database
 * @param owner the login that migrates the schema and owns it
 * @param application the login that serves requests and jobs; row-level security applies to it
 */
@ConfigurationProperties("cmdb.database")
record DatabaseProperties(String url, Login owner, Login application) {

    public DatabaseProperties {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("cmdb.database.url has to be a JDBC URL of PostgreSQL; set CMDB_DB_URL,"
                    + " CMDB_DB_OWNER_USER, CMDB_DB_OWNER_PASSWORD, CMDB_DB_APP_USER and CMDB_DB_APP_PASSWORD, or start"
                    + " with ./run, which brings up a database");
        }
    }

    /** @param maximumPoolSize the greatest number of connections; PostgreSQL serves few busy ones better than many */
    record Login(
            String username,
            String password,
            @DefaultValue("10") int maximumPoolSize) {
        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }
}
