package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of assets that a later file of the same register does not hold. */
class MissingAssetsIT extends ImportScenario {
    private static final String NETBOX_HEADER = "name,cluster,vcpus,status";

    @Autowired
    EmbeddingJobs embeddingJobs;

    @Test
    void reportsMissingAssetsAndKeepsThem() {
        run(file(HEADER, row("a"), row("b"), row("c")));

        ImportSummary summary = run(file(HEADER, row("b")));

        assertThat(summary.missing()).isEqualTo(2);
        assertThat(summary.deleted()).isZero();
        assertThat(missingKeys(summary)).containsExactly("a", "c");
        assertThat(read(summary.missingReport()))
                .extracting(cells -> cells.getField("source_system") + " " + cells.getField("name"))
                .containsExactly("servicenow host-a", "servicenow host-c");
        assertThat(engagement.keys()).containsExactly("a", "b", "c");
        assertThat(summary.counts()).isEqualTo(new ImportCounts(0, 0, 1, 0));
    }

    @Test
    void deletesMissingAssetsWithTheirEmbeddingsAndRelations() {
        run(file(HEADER, row("a"), row("b"), row("c")));
        run(file("parent,child,type", "a,b,Runs on::Runs", "b,c,Runs on::Runs"));
        embeddingJobs.run(engagement.scope(), engagement.id(), JobProgress.SILENT);
        assertThat(engagement.embeddings()).isEqualTo(3);

        ImportSummary summary = run(engagement, file(HEADER, row("b"), row("c")), MissingAssetPolicy.DELETE);

        assertThat(summary.missing()).isOne();
        assertThat(summary.deleted()).isOne();
        assertThat(missingKeys(summary)).containsExactly("a");
        assertThat(engagement.keys()).containsExactly("b", "c");
        assertThat(engagement.embeddings()).isEqualTo(2);
        assertThat(engagement.relations()).hasSize(1);
    }

    @Test
    void deletesNothingWhereRowWasRejected() {
        run(file(HEADER, row("a"), row("b"), row("c")));

        ImportSummary summary = run(engagement, file(HEADER, row("b"), row("a") + ",extra"), MissingAssetPolicy.DELETE);

        assertThat(summary.missing()).isEqualTo(2);
        assertThat(summary.deleted()).isZero();
        assertThat(summary.warnings())
                .containsExactly("missing assets were not deleted, since rows were rejected and may be theirs");
        assertThat(engagement.keys()).containsExactly("a", "b", "c");
    }

    /** The row is unusable, but tells whose it is. */
    @Test
    void countsAssetOfRejectedRowAsPresent() {
        run(file(HEADER, row("a"), row("b"), row("c")));

        ImportSummary summary = run(file(HEADER, row("b"), "a,,rdu3,Without a name,tag,note"));

        assertThat(missingKeys(summary)).containsExactly("c");
    }

    /** Likewise where the row names another register than its format's own. */
    @Test
    void countsAssetOfRejectedRowAsPresentInItsOwnRegister() {
        String line = "{\"externalKey\":\"%s\",\"name\":\"%s\",\"sourceSystem\":\"register\"}";
        run(file(line.formatted("a", "a"), line.formatted("b", "b"), line.formatted("c", "c")));

        ImportSummary summary = run(file(line.formatted("a", ""), line.formatted("b", "b")));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(0, 0, 1, 1));
        assertThat(missingKeys(summary)).containsExactly("c");
    }

    @ParameterizedTest
    @EnumSource
    void missesNothingWhereFileHasOnlyItsHeader(MissingAssetPolicy policy) {
        run(file(HEADER, row("a"), row("b")));

        ImportSummary summary = run(engagement, file(HEADER), policy);

        assertThat(summary.missing()).isZero();
        assertThat(summary.deleted()).isZero();
        assertThat(summary.warnings()).containsExactly("no data rows");
        assertThat(engagement.keys()).containsExactly("a", "b");
    }

    @Test
    void missesNothingOfOtherRegisters() {
        run(file(HEADER, row("a"), row("b")));

        ImportSummary netbox = run(engagement, file(NETBOX_HEADER, "vm1,east,2,active"), MissingAssetPolicy.DELETE);
        ImportSummary servicenow = run(engagement, file(HEADER, row("a")), MissingAssetPolicy.DELETE);

        assertThat(netbox.missing()).isZero();
        assertThat(servicenow.deleted()).isOne();
        assertThat(engagement.names()).containsExactly("host-a", "vm1");
    }

    @Test
    void missesNothingOfOtherEngagements() {
        TestEngagement beside = engagements.createBeside(engagement);
        TestEngagement elsewhere = engagements.create();
        for (TestEngagement each : List.of(engagement, beside, elsewhere)) {
            run(each, file(HEADER, row("a"), row("b")), MissingAssetPolicy.REPORT);
        }

        ImportSummary summary = run(engagement, file(HEADER, row("b")), MissingAssetPolicy.DELETE);

        assertThat(summary.deleted()).isOne();
        assertThat(engagement.keys()).containsExactly("b");
        assertThat(beside.keys()).containsExactly("a", "b");
        assertThat(elsewhere.keys()).containsExactly("a", "b");
    }

    @Test
    void missesNothingWhereFileHoldsRelations() {
        run(file(HEADER, row("a"), row("b")));

        ImportSummary summary =
                run(engagement, file("parent,child,type", "a,b,Runs on::Runs"), MissingAssetPolicy.DELETE);

        assertThat(summary.missing()).isZero();
        assertThat(engagement.keys()).containsExactly("a", "b");
    }

    @Test
    void listsMoreMissingAssetsThanOnePage() {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        IntStream.range(0, 2_345)
                .mapToObj(number -> row("k%04d".formatted(number)))
                .forEach(rows::add);
        run(file(rows));

        ImportSummary summary = run(engagement, file(HEADER, row("k0000")), MissingAssetPolicy.DELETE);

        assertThat(missingKeys(summary)).hasSize(2_344).doesNotHaveDuplicates();
        assertThat(summary.deleted()).isEqualTo(2_344);
        assertThat(engagement.keys()).containsExactly("k0000");
    }
}
