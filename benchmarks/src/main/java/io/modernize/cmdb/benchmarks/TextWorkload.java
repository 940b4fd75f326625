package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Searches by words, by meaning and by both, for clients of three sizes in one database. */
final class TextWorkload {
    static final String NAME = "text";

    private static final int DIMENSIONS = 384;

    private final boolean quick;
    private final int questions;
    private final Effort effort;
    private final List<TextClient> clients;
    private final VectorSource vectors = new TopicVectors(DIMENSIONS);
    private final Progress progress;

    /** @param effort the effort; it also tells the number of questions of a kind, at most 40 */
    TextWorkload(boolean quick, Effort effort, Progress progress) {
        this.quick = quick;
        this.effort = effort;
        this.questions = Math.min(effort.questions(), 40);
        this.clients = quick
                ? List.of(new TextClient(0, 500), new TextClient(1, 2_000), new TextClient(2, 8_000))
                : List.of(new TextClient(0, 1_000), new TextClient(1, 10_000), new TextClient(2, 100_000));
        this.progress = progress;
    }

    /** Returns the tables as Markdown. */
    String run(DatabaseServer server, Path project) throws Exception {
        long start = System.nanoTime();
        TextReport report = new TextReport(quick, clients, questions);
        KnownTexts texts = new KnownTexts();
        try (TextDatabase database = TextDatabase.create(server, project, clients, texts, DIMENSIONS)) {
            progress.say("text: loading");
            report.load(new TextImport(database, vectors).load(clients));
            report.sizes(sizes(database));
            progress.say("text: indexing vectors");
            database.indexVectors(clients);
            FindSimilarAssets useCase = database.service().bean(FindSimilarAssets.class);
            progress.say("text: warming up");
            TextQuestion.Kind[] kinds = TextQuestion.Kind.values();
            for (TextQuestion.Kind kind : kinds) {
                cell(useCase, texts, clients.getFirst(), kind)
                        .warmUp(effort.warmUpSeconds() / kinds.length / TextVariant.values().length);
            }
            for (TextClient client : clients) {
                report.client(client);
                for (TextQuestion.Kind kind : kinds) {
                    progress.say("text: " + client.label() + ", " + kind.label());
                    report.cell(kind, cell(useCase, texts, client, kind).measure());
                }
            }
            progress.say("text: other ways");
            report.alternatives(clients.getLast(), alternatives(server));
        }
        report.took((System.nanoTime() - start) / 1e9);
        return report.toString();
    }

    private TextCell cell(FindSimilarAssets useCase, KnownTexts texts, TextClient client, TextQuestion.Kind kind) {
        return new TextCell(useCase, texts, new TextQuestions(client, vectors).of(kind, questions), effort);
    }

    private List<TextAlternatives.Result> alternatives(DatabaseServer server) throws SQLException {
        TextClient largest = clients.getLast();
        List<TextAlternatives.Result> results = new ArrayList<>();
        for (TextQuestion.Kind kind :
                List.of(TextQuestion.Kind.RARE, TextQuestion.Kind.COMMON, TextQuestion.Kind.SENTENCE)) {
            results.addAll(new TextAlternatives(server, largest)
                    .measure(new TextQuestions(largest, vectors).of(kind, Math.min(questions, 10)), 3));
        }
        return results;
    }

    private TextReport.Sizes sizes(TextDatabase database) throws SQLException {
        double assets = clients.stream().mapToInt(TextClient::assets).sum();
        return new TextReport.Sizes(
                database.number("select pg_table_size('cmdb_assets')") / assets,
                database.number("select pg_indexes_size('cmdb_assets')") / assets,
                database.number("select pg_table_size('cmdb_asset_texts')") / assets,
                database.number("select pg_relation_size('cmdb_asset_texts_document')") / assets,
                database.number("select pg_relation_size('cmdb_asset_texts_pkey')") / assets);
    }
}
