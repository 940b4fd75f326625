package io.modernize.cmdb.benchmarks;

import java.util.List;

/** Writes the figures of the workload of texts as tables for people. */
final class TextReport {
    private final StringBuilder text = new StringBuilder();

    /** The sizes in bytes per asset. */
    record Sizes(double assets, double assetIndexes, double texts, double words, double textKeys) {}

    TextReport(boolean quick, List<TextClient> clients, int questions) {
        line("# Search by text");
        line("");
        line("```bash");
        line("scripts/benchmark --workload text" + (quick ? " --quick" : " --queries " + questions));
        line("```");
        line("");
        line(
                "%d processors. Clients of %s assets in one database, %d questions of each kind, top 10. The median and the"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                String.join(
                                        ", ",
                                        clients.stream()
                                                .map(client -> "%,d".formatted(client.assets()))
                                                .toList()),
                                questions));
        line("95th percentile of the use case, and how often the semantic search's; the share of questions whose"
                + " first hit");
        line("is what was asked for; eight threads at once.");
    }

    void load(TextImport.Rates rates) {
        line("");
        line("| written | rows/s |");
        line("|---|---|");
        line("| assets | %,.0f |".formatted(rates.assets()));
        line("| embeddings | %,.0f |".formatted(rates.embeddings()));
        line("| further assets of the largest client | %,.0f |".formatted(rates.assetsWithTexts()));
        line("| the same without their words | %,.0f |".formatted(rates.assetsWithoutTexts()));
        line("");
        line("Writing the words, an import of assets takes %.2f times as long."
                .formatted(rates.assetsWithoutTexts() / rates.assetsWithTexts()));
    }

    void sizes(Sizes sizes) {
        line("");
        line("| bytes per asset | |");
        line("|---|---|");
        line("| cmdb_assets | %.0f |".formatted(sizes.assets()));
        line("| its indexes | %.0f |".formatted(sizes.assetIndexes()));
        line("| cmdb_asset_texts | %.0f |".formatted(sizes.texts()));
        line("| its index of words | %.0f |".formatted(sizes.words()));
        line("| its primary key | %.0f |".formatted(sizes.textKeys()));
    }

    void client(TextClient client) {
        line("");
        line("## " + client.label());
        line("");
        line("| question | search | p50 ms | p95 ms | of semantic p50 | p95 | as asked for | hits | searches/s |");
        line("|---|---|---|---|---|---|---|---|---|");
    }

    void cell(TextQuestion.Kind kind, List<TextCell.Result> results) {
        Latency base = results.getFirst().latency();
        for (TextCell.Result result : results) {
            Latency latency = result.latency();
            line("| %s | %s | %.2f | %.2f | %.2f | %.2f | %.0f %% | %.1f | %.0f |"
                    .formatted(
                            kind.label(),
                            result.variant().label(),
                            latency.p50(),
                            latency.p95(),
                            latency.p50() / base.p50(),
                            latency.p95() / base.p95(),
                            100 * result.expected(),
                            result.rows(),
                            result.throughput().perSecond()));
        }
    }

    void alternatives(TextClient client, List<TextAlternatives.Result> results) {
        line("");
        line("## Other ways to find the ids, %s".formatted(client.label()));
        line("");
        line("| question | way | p50 ms | p95 ms | plan |");
        line("|---|---|---|---|---|");
        for (TextAlternatives.Result result : results) {
            line("| %s | %s | %.2f | %.2f | %s |"
                    .formatted(
                            result.kind().label(), result.way().label(), result.p50(), result.p95(), result.nodes()));
        }
    }

    void took(double seconds) {
        line("");
        line("Took %.0f s.".formatted(seconds));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
