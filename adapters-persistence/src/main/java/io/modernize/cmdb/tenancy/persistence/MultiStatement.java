package io.modernize.cmdb.tenancy.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Several statements in one text: the driver sends them together, and PostgreSQL answers each. */
public final class MultiStatement {
    private MultiStatement() {}

    /** What the reader makes of the first rows; settings, which have none, may come before them. */
    public static <T> T firstRows(PreparedStatement statement, ResultSetExtractor<T> reader) throws SQLException {
        boolean hasRows = statement.execute();
        while (!hasRows) {
            if (statement.getUpdateCount() == -1) {
                throw new IllegalStateException("no statement of the text has rows");
            }
            hasRows = statement.getMoreResults();
        }
        try (ResultSet rows = statement.getResultSet()) {
            T read = reader.extractData(rows);
            if (read == null) {
                throw new IllegalStateException("a reader has a result");
            }
            return read;
        }
    }
}
