package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Several statements in one text: the driver sends them together, and PostgreSQL answers each. */
public final class MultiStatement {
    /**
     * Ends the transaction with the text that it comes last in. The driver begins a transaction with its first text, so
     * that a transaction of a single text is one round trip; it learns from the server's answer that the transaction is
     * over, and sends nothing when it is told to commit as well. Where a statement before it fails, the server skips it
     * and the transaction stays open for the rollback. Only for the text of a transaction that nobody else works in.
     */
    public static final String COMMIT = "; commit";

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
