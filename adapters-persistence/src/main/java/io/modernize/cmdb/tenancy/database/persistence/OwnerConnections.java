package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Connections of the owner's login, for the indexes of client accounts: only the owner of a table may create and drop
 * its indexes. Row-level security is forced on the owner too.
 */
@Component
public final class OwnerConnections {
    private final DataSource dataSource;

    OwnerConnections(@Owner DataSource ownerDataSource) {
        this.dataSource = ownerDataSource;
    }

    /** In autocommit mode; to be closed after use. */
    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }
}
