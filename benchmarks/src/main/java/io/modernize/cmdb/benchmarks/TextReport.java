package io.modernize.cmdb.benchmarks;

import java.util.List;

/** Writes the figures of the workload of texts as tables for people. */
final class TextReport {
    private final MarkdownText text = new MarkdownText();

    /** The sizes in bytes per asset. */
    record Sizes(double assets, double assetIndexes, double texts, double words, double textKeys) {}

    TextReport(boolean quick, List<TextClient> clients, int questions) {
        text.line("# Search by text");
        text.line("");
        text.line("```bash");
        text.line("scripts/benchmark --workload text" + (quick ? " --quick" : " --queries " + questions));
        text.line("```");
        text.line("");
        text.line(
                "%d processors. Clients of %s assets in one database, %d questions of each kind, top 10. The median and the"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                String.join(
                                        ", ",
                                        clients.stream()
                                                .map(client -> "%,d".formatted(client.assets()))
                                                .toList()),
                                questions));
        text.line("95th percentile of the use case, and how often the semantic search's; the share of questions whose"
                + " first hit");
        text.line("is what was asked for; eight threads at once.");
    }

    void load(TextImport.Rates rates) {
        text.table("| written | rows/s |");
        text.line("| assets | %,.0f |".formatted(rates.assets()));
        text.line("| embeddings | %,.0f |".formatted(rates.embeddings()));
        text.line("| further assets of the largest client | %,.0f |".formatted(rates.assetsWithTexts()));
        text.line("| the same without their words | %,.0f |".formatted(rates.assetsWithoutTexts()));
        text.line("");
        text.line("Writing the words, an import of assets takes %.2f times as long."
                .formatted(rates.assetsWithoutTexts() / rates.assetsWithTexts()));
    }

    void sizes(Sizes sizes) {
        text.table("| bytes per asset | |");
        text.line("| cmdb_assets | %.0f |".formatted(sizes.assets()));
        text.line("| its indexes | %.0f |".formatted(sizes.assetIndexes()));
        text.line("| cmdb_asset_texts | %.0f |".formatted(sizes.texts()));
        text.line("| its index of words | %.0f |".formatted(sizes.words()));
        text.line("| its primary key | %.0f |".formatted(sizes.textKeys()));
    }

    void client(TextClient client) {
        text.line("");
        text.line("## " + client.label());
        text.table(
                "| question | search | p50 ms | p95 ms | of semantic p50 | p95 | as asked for | hits | searches/s |");
    }

    void cell(TextQuestion.Kind kind, List<TextCell.Result> results) {
        Latency base = results.getFirst().latency();
        for (TextCell.Result result : results) {
            Latency latency = result.latency();
            text.line("| %s | %s | %.2f | %.2f | %.2f | %.2f | %.0f %% | %.1f | %.0f |"
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
        text.line("");
        text.line("## Other ways to find the ids, %s".formatted(client.label()));
        text.table("| question | way | p50 ms | p95 ms | plan |");
        for (TextAlternatives.Result result : results) {
            text.line("| %s | %s | %.2f | %.2f | %s |"
                    .formatted(
                            result.kind().label(), result.way().label(), result.p50(), result.p95(), result.nodes()));
        }
    }

    void took(double seconds) {
        text.line("");
        text.line("Took %.0f s.".formatted(seconds));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
