package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.benchmarks.DatabaseServer.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Other ways to find the ids of the same words, inside the server. */
final class TextAlternatives {
    private static final String FUNCTION = """
        select asset_id from search_asset_texts(query_text => '%s', depth => 10)
        """;
    private static final String PLAIN = """
        select asset_id from cmdb_asset_texts
        where client_account_id = '%1$s' and document @@ '%2$s'::tsquery
        order by ts_rank(document, '%2$s'::tsquery) desc, asset_id limit 10
        """;
    private static final String QUERY = """
        select string_agg(quote_literal(text_prefix('%1$s') || lexeme), ' | ')
        from unnest(to_tsvector('english', identifier_words('%2$s')))
        """;

    private final DatabaseServer server;
    private final TextClient client;

    TextAlternatives(DatabaseServer server, TextClient client) {
        this.server = server;
        this.client = client;
    }

    /** @param nodes of the plan for the last question, outermost first */
    record Result(TextQuestion.Kind kind, Way way, double p50, double p95, String nodes) {}

    enum Way {
        FUNCTION("the service's function, as the application"),
        POLICIES("a plain query under row-level security, as the application"),
        NO_POLICIES("a plain query without row-level security, as a superuser");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    List<Result> measure(List<TextQuestion> questions, int rounds) throws SQLException {
        Map<Way, Percentiles> durations = new EnumMap<>(Way.class);
        Map<Way, String> nodes = new EnumMap<>(Way.class);
        try (Connection application = connect(server.application());
                Connection superuser = connect(server.administrator())) {
            for (int round = 0; round < rounds; round++) {
                for (TextQuestion question : questions) {
                    String text = question.text().replace("'", "''");
                    String client = this.client.id().value().toString();
                    String plain = PLAIN.formatted(client, query(superuser, client, text));
                    for (Way way : Way.values()) {
                        Connection connection = way == Way.NO_POLICIES ? superuser : application;
                        String sql = way == Way.FUNCTION ? FUNCTION.formatted(text) : plain;
                        long start = System.nanoTime();
                        run(connection, sql);
                        // The first round fills caches.
                        if (round > 0) {
                            durations
                                    .computeIfAbsent(way, key -> new Percentiles())
                                    .add(System.nanoTime() - start);
                        }
                        nodes.put(way, nodes(connection, sql));
                    }
                }
            }
        }
        List<Result> results = new ArrayList<>();
        durations.forEach((way, times) -> results.add(new Result(
                questions.getFirst().kind(),
                way,
                times.milliseconds(0.5),
                times.milliseconds(0.95),
                nodes.getOrDefault(way, ""))));
        return results;
    }

    private static String query(Connection connection, String client, String text) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY.formatted(client, text))) {
            row.next();
            return row.getString(1).replace("'", "''");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static String nodes(Connection connection, String sql) throws SQLException {
        List<String> nodes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("explain (costs off) " + sql)) {
            while (lines.next()) {
                String line = lines.getString(1).strip().replaceFirst("^-> +", "");
                if (line.contains("Scan")) {
                    nodes.add(line);
                }
            }
        }
        return String.join(", ", nodes);
    }

    private Connection connect(Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty(
                "options",
                "-c max_parallel_workers_per_gather=0 -c jit=off -c app.client_account_id="
                        + client.id().value());
        return DriverManager.getConnection(server.url(TextDatabase.NAME), properties);
    }
}
