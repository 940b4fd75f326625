package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.ClientAccountId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.UncategorizedSQLException;

/** Reads the indexes of client accounts from PostgreSQL's catalog, by their names, whether or not a record has them. */
final class IndexCatalog {
    private static final String INDEXES = """
        from pg_partition_tree('cmdb_asset_embeddings') t
        join pg_index i on i.indrelid = t.relid
        join pg_class c on c.oid = i.indexrelid
        where t.isleaf and c.relname ~
        """ + "'" + IndexName.PATTERN + "'";

    private final IndexSessions sessions;

    IndexCatalog(IndexSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * The names of existing indexes.
     *
     * @param usable the indexes of the client account that searches could use
     * @param useless the indexes of the client account that are not valid, and the indexes of client accounts that are
     *     gone
     */
    record Existing(List<String> usable, List<String> useless) {}

    /** All indexes of the client account, including those that are being built or were left behind. */
    List<String> names(ClientAccountId clientAccountId) {
        String sql = "select c.relname " + INDEXES + " and " + IndexName.CLIENT_OF_NAME + " = ?";
        List<String> names = new ArrayList<>();
        try (Connection connection = sessions.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, clientAccountId.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("find the indexes of a client account", sql, e);
        }
        return names;
    }

    /** The existing indexes. A caller without the lock on changes may also see an index that is being built. */
    Existing existing(ClientAccountId clientAccountId) {
        String sql = "select c.relname, i.indisvalid, " + IndexName.CLIENT_OF_NAME + " = ? as of_scope " + INDEXES
                + " and (" + IndexName.CLIENT_OF_NAME + " = ? or not exists (select 1 from client_accounts a"
                + " where a.id = " + IndexName.CLIENT_OF_NAME + "))";
        List<String> useless = new ArrayList<>();
        List<String> usable = new ArrayList<>();
        try (Connection connection = sessions.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, clientAccountId.value());
            statement.setObject(2, clientAccountId.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    boolean mayBeUsed = row.getBoolean("of_scope") && row.getBoolean("indisvalid");
                    (mayBeUsed ? usable : useless).add(row.getString("relname"));
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("find leftover indexes", sql, e);
        }
        return new Existing(usable, useless);
    }

    /** The table with the client account's rows of that space, as SQL names it. */
    static String partition(Connection connection, ClientAccountId clientAccountId, EmbeddingSpace space)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            select c.oid::regclass::text
            from pg_inherits h
            join pg_class c on c.oid = h.inhrelid
            cross join lateral regexp_match(
                pg_get_expr(c.relpartbound, c.oid), 'modulus (\\d+), remainder (\\d+)') as bound
            where h.inhparent = embedding_partition(?)::regclass
              and satisfies_hash_partition(h.inhparent, bound[1]::int, bound[2]::int, ?::uuid)
            """)) {
            statement.setObject(1, space.id().value());
            statement.setObject(2, clientAccountId.value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no partition of the embeddings takes " + clientAccountId);
                }
                return row.getString(1);
            }
        }
    }

    /** Whether the index is valid. False if there is no such index. */
    static boolean isValid(Connection connection, IndexName name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select i.indisvalid " + INDEXES + " and c.relname = ?")) {
            statement.setString(1, name.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
