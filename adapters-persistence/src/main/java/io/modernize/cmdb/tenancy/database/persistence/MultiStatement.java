package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Several statements in one text. The driver sends them together, and PostgreSQL answers each of them. */
public final class MultiStatement {
    /**
     * Ends the transaction with the last text of the transaction. The driver begins a transaction with its first text,
     * so a transaction of a single text is one round trip. The driver learns from the server's answer that the
     * transaction is over, and sends nothing when it is told to commit. If an earlier statement fails, the server skips
     * this one, and the transaction stays open for the rollback. It is only for the text of a transaction in which
     * nobody else works.
     */
    public static final String COMMIT = "; commit";

    private MultiStatement() {}

    /** Reads the first rows. Settings, which have no rows, may come before them. */
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
