package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.TestEngagement.StoredRelation;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.ImportCounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationImportIT extends ImportScenario {
    private static final String RELATIONS = "parent,child,type";
    private static final String NO_ASSET = "no asset of the engagement has this key or name; import the assets first";

    @BeforeEach
    void importAssets() {
        run(file(HEADER, row("a"), row("b"), row("c")));
    }

    @Test
    void resolvesReferencesByKeyAndByName() {
        ImportSummary summary = run(file(RELATIONS, "a,b,Runs on::Runs", "host-b,host-c,Depends on::Used by"));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0));
        assertThat(engagement.relations())
                .containsExactly(
                        new StoredRelation("host-a", "host-b", "Runs on::Runs"),
                        new StoredRelation("host-b", "host-c", "Depends on::Used by"));
    }

    @Test
    void rejectsDanglingReferences() {
        ImportSummary summary = run(file(RELATIONS, "a,nowhere,Runs on::Runs", "gone,lost,Runs on::Runs", "a,b,X::Y"));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(1, 0, 0, 2));
        assertThat(rejections(summary))
                .containsExactly(
                        new Rejection(2, "child", "nowhere", NO_ASSET),
                        new Rejection(3, "parent", "gone", NO_ASSET),
                        new Rejection(3, "child", "lost", NO_ASSET));
        assertThat(engagement.relations()).containsExactly(new StoredRelation("host-a", "host-b", "X::Y"));
    }

    @Test
    void rejectsReferenceToSeveralAssets() {
        run(file(HEADER, row("d").replace("host-d", "host-a")));

        ImportSummary summary = run(file(RELATIONS, "host-a,b,Runs on::Runs"));

        assertThat(rejections(summary))
                .containsExactly(new Rejection(
                        2, "parent", "host-a", "2 assets of the engagement have this name; use their key"));
        assertThat(engagement.relations()).isEmpty();
    }

    @Test
    void changesNothingWhereSameRelationsAreImportedTwice() {
        Path file = file(RELATIONS, "a,b,Runs on::Runs", "b,c,Runs on::Runs", "a,nowhere,Runs on::Runs");
        run(file);

        ImportSummary second = run(file);

        assertThat(second.counts()).isEqualTo(new ImportCounts(0, 0, 2, 1));
        assertThat(engagement.relations()).hasSize(2);
    }

    @Test
    void countsRepeatedRelationAsUnchanged() {
        ImportSummary summary =
                run(file(RELATIONS, "a,b,Runs on::Runs", "host-a,host-b,Runs on::Runs", "a,b,Depends on::Used by"));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(2, 0, 1, 0));
        assertThat(engagement.relations()).hasSize(2);
    }

    @Test
    void countsRepeatedRelationAsUnchangedAcrossChunks() {
        List<String> rows = new ArrayList<>(List.of(RELATIONS));
        IntStream.range(0, 501).forEach(number -> rows.add("a,b,Runs on::Runs"));

        assertThat(run(file(rows)).counts()).isEqualTo(new ImportCounts(1, 0, 500, 0));
    }

    @Test
    void resolvesNothingOfOtherEngagements() {
        TestEngagement beside = engagements.createBeside(engagement);
        TestEngagement elsewhere = engagements.create();
        for (TestEngagement other : List.of(beside, elsewhere)) {
            ImportSummary summary = run(other, file(RELATIONS, "a,b,Runs on::Runs"), MissingAssetPolicy.REPORT);

            assertThat(summary.counts()).isEqualTo(new ImportCounts(0, 0, 0, 1));
            assertThat(other.relations()).isEmpty();
        }
        assertThat(engagement.relations()).isEmpty();
    }

    @Test
    void rejectsTypeThatIsTooLongInsteadOfStopping() {
        String longest = "t".repeat(200);

        ImportSummary summary = run(file(RELATIONS, "a,b," + longest, "a,c," + longest + "t"));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1));
        assertThat(rejections(summary)).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(3);
            assertThat(rejection.column()).isEqualTo("type");
            assertThat(rejection.reason()).isEqualTo("has 201 characters, at most 200");
        });
    }
}
