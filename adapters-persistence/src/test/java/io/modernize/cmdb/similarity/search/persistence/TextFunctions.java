package io.modernize.cmdb.similarity.search.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Calls the parts of {@code search_asset_texts} as it does: with the owner's login, in the context of a client account,
 * Northwind.
 */
record TextFunctions(SingleConnectionDataSource connection, AssetCatalog catalog, TwoClients clients)
        implements AutoCloseable {

    static TextFunctions connect(DatabaseWorld world) throws SQLException {
        SingleConnectionDataSource connection = new SingleConnectionDataSource(
                TestDatabase.shared().ownerDataSource().getConnection(), true);
        TextFunctions functions = new TextFunctions(connection, world.catalog(), world.clients());
        functions.text(
                "select set_config('app.client_account_id', '" + world.clients().northwind() + "', false)");
        return functions;
    }

    /** The call that makes a scope of Northwind; the arguments are expressions. */
    String scope(String engagements, String filter, String excluded) {
        return "text_scope_of('" + clients.northwind() + "', " + engagements + ", " + filter + ", " + excluded + ")";
    }

    /** The call that makes a query for a word of Northwind's texts. */
    String word(String lexeme) {
        return "text_lexeme(text_prefix('" + clients.northwind() + "') || '" + lexeme + "')";
    }

    /** The first column of the first row. */
    String text(String sql) {
        return texts(sql).getFirst();
    }

    /** The first column. */
    List<String> texts(String sql) {
        return JdbcClient.create(connection)
                .sql(sql)
                .query((row, number) -> row.getString(1))
                .list();
    }

    void save(AssetAttributes.Builder attributes) {
        save(clients.northwindScope(), clients.exit(), attributes);
    }

    void save(AssetDraft draft) {
        catalog.save(clients.northwindScope(), clients.exit(), List.of(draft));
    }

    void save(TenantScope scope, EngagementId engagement, AssetAttributes.Builder attributes) {
        AssetAttributes built = attributes.build();
        catalog.save(scope, engagement, List.of(new AssetDraft(new AssetKey("test", "key " + built.name()), built)));
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
