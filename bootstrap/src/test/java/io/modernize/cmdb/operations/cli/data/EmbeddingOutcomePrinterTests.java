package io.modernize.cmdb.operations.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.Obstacle;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddingOutcomePrinterTests {
    private static final RefusedAssets REFUSED = new RefusedAssets(3, Map.of("too long", 1L, "forbidden", 2L));

    private final StringWriter out = new StringWriter();

    private int print(EmbeddingOutcome outcome) {
        return new EmbeddingOutcomePrinter(new PrintWriter(out)).print(outcome);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void tellsHowManyAssetsWereEmbedded() {
        assertThat(print(EmbeddingOutcome.completed(12))).isEqualTo(ExitCodes.DONE);
        assertThat(lines()).containsExactly("Embedding: 12 assets embedded");
    }

    @Test
    void tellsThatNothingWasDue() {
        assertThat(print(EmbeddingOutcome.completed(0))).isEqualTo(ExitCodes.DONE);
        assertThat(lines()).containsExactly("Embedding: nothing was due");
    }

    @Test
    void tellsHowManyWereRefusedAndWhy() {
        assertThat(print(new EmbeddingOutcome(new JobEnd.Completed(), 0, REFUSED)))
                .isEqualTo(ExitCodes.DONE);
        assertThat(lines())
                .containsExactly(
                        "Embedding: 0 assets embedded",
                        "  3 assets were refused by the model and are left out until they change:",
                        "  2: forbidden",
                        "  1: too long");
    }

    @Test
    void tellsEachEndFromTheOthers() {
        assertThat(print(EmbeddingOutcome.busy())).isEqualTo(ExitCodes.BUSY);
        assertThat(print(new EmbeddingOutcome(new JobEnd.Failed("busy"), 5, RefusedAssets.NONE)))
                .isEqualTo(ExitCodes.INTERRUPTED);
        assertThat(print(new EmbeddingOutcome(
                        new JobEnd.Failed("no key"), 6, RefusedAssets.NONE, new Obstacle.OperatorNeeded())))
                .isEqualTo(ExitCodes.OPERATOR_NEEDED);
        assertThat(print(EmbeddingOutcome.budgetSpent(7, RefusedAssets.NONE, 1_050, 1_000)))
                .isEqualTo(ExitCodes.BUDGET_SPENT);
        assertThat(lines())
                .containsExactly(
                        "Embedding: another process embeds this engagement",
                        "Embedding stopped after 5 assets: busy",
                        "  Run the embed command to go on.",
                        "Embedding stopped after 6 assets: no key",
                        "  It will not get further until key, account or settings are mended.",
                        "Embedding stopped after 7 assets: the client account has used 1050 of 1000 tokens today",
                        "  Run the embed command tomorrow (UTC) to go on.");
    }
}
