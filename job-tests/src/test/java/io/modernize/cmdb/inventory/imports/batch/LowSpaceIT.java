package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.jobs.batch.OneAtATime;
import io.modernize.cmdb.tenancy.shares.application.ScriptedFreeSpace;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An import leaves others the space that they need, and continues when there is more. */
@TestPropertySource(properties = "cmdb.import.chunk-size=10")
class LowSpaceIT extends ImportScenario {
    private static final int ROWS = 95;

    private final ScriptedFreeSpace space = new ScriptedFreeSpace();

    @Autowired
    JobAttempts attempts;

    @Autowired
    OneAtATime oneAtATime;

    @Autowired
    Job assetImportJob;

    @Autowired
    AssetImportLog log;

    @Autowired
    ImportProperties properties;

    private Path file;

    @BeforeEach
    void writeFile() {
        file = file(Stream.concat(Stream.of(HEADER), IntStream.range(0, ROWS).mapToObj(number -> row("k" + number)))
                .toList());
    }

    private ImportOutcome run(JobProgress progress) {
        return new BatchAssetImportJobs(attempts, oneAtATime, assetImportJob, log, properties, space)
                .run(new ImportRequest(engagement.scope(), engagement.id(), file, MissingAssetPolicy.REPORT), progress);
    }

    @Test
    void doesNotBeginWhileTheDiskIsNearlyFull() {
        space.becomeShort();
        assertThat(run(JobProgress.SILENT)).isEqualTo(new ImportOutcome.StorageLow("the disk is nearly full"));
        assertThat(engagement.assets()).isEmpty();

        space.becomeFree();
        assertThat(completed(run(JobProgress.SILENT)).resumed()).isFalse();
        assertThat(engagement.assets()).hasSize(ROWS);
    }

    @Test
    void endsBetweenChunksAndContinuesThere() {
        ImportOutcome.Interrupted interrupted = interrupted(run((done, total) -> {
            if (done >= 30) {
                space.becomeShort();
            }
        }));

        assertThat(interrupted.end())
                .isInstanceOfSatisfying(
                        JobEnd.Interrupted.class,
                        end -> assertThat(end.reason()).contains("the disk is nearly full", "continues where it was"));
        assertThat(engagement.assets()).hasSize(30);

        space.becomeFree();
        ImportSummary summary = completed(run(JobProgress.SILENT));
        assertThat(summary.resumed()).isTrue();
        assertThat(summary.counts().created()).isEqualTo(ROWS);
        assertThat(engagement.assets()).hasSize(ROWS);
    }
}
