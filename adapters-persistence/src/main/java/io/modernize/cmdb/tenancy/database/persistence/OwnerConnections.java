package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Opens connections of the owner's login for the indexes of client accounts. Only the owner of a table may create and
 * drop its indexes. Row-level security applies to the owner, too.
 */
@Component
public final class OwnerConnections {
    private final DataSource dataSource;

    OwnerConnections(@Owner DataSource ownerDataSource) {
        this.dataSource = ownerDataSource;
    }

    /** Opens a connection in autocommit mode. The caller closes it. */
    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }
}
