package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.similarity.index.application.AuditRecall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A database with the service on top and its clients, without assets. */
final class TextDatabase implements AutoCloseable {
    static final String NAME = "texts";

    private final DatabaseServer server;
    private final RunningService service;

    private TextDatabase(DatabaseServer server, RunningService service) {
        this.server = server;
        this.service = service;
    }

    static TextDatabase create(
            DatabaseServer server, Path project, List<TextClient> clients, KnownTexts texts, int dimensions)
            throws IOException, SQLException {
        server.createDatabase(NAME);
        server.execute(NAME, Files.readString(project.resolve("scripts/roles.sql")));
        RunningService service = RunningService.start(server, NAME, new ServiceStubModel(texts, dimensions), List.of());
        TextDatabase database = new TextDatabase(server, service);
        database.fillTenancy(clients);
        return database;
    }

    RunningService service() {
        return service;
    }

    Connection connect() throws SQLException {
        return server.connect(NAME);
    }

    void execute(String... statements) throws SQLException {
        server.execute(NAME, statements);
    }

    long number(String query) throws SQLException {
        return server.number(NAME, query);
    }

    /** Indexes vectors as the jobs of the service do. */
    void indexVectors(List<TextClient> clients) {
        for (TextClient client : clients) {
            OurService.maintain(service, client.scope());
            service.bean(AuditRecall.class).audit(client.scope());
        }
    }

    @Override
    public void close() throws SQLException {
        service.close();
        server.dropDatabase(NAME);
    }

    private void fillTenancy(List<TextClient> clients) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement accounts =
                        connection.prepareStatement("insert into client_accounts (id, slug, name) values (?, ?, ?)");
                PreparedStatement engagements = connection.prepareStatement(
                        "insert into engagements (client_account_id, id, slug, name) values (?, ?, ?, ?)")) {
            for (TextClient client : clients) {
                accounts.setObject(1, client.id().value());
                accounts.setString(2, RunningService.slug(client.number()));
                accounts.setString(3, client.label());
                accounts.executeUpdate();
                engagements.setObject(1, client.id().value());
                engagements.setObject(2, client.mainEngagement().value());
                engagements.setString(3, "main");
                engagements.setString(4, "Main");
                engagements.executeUpdate();
                engagements.setObject(2, client.sideEngagement().value());
                engagements.setString(3, "side");
                engagements.setString(4, "Side");
                engagements.executeUpdate();
            }
        }
    }
}
