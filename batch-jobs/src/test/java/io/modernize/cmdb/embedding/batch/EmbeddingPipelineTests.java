package io.modernize.cmdb.embedding.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.application.BulkCapacity;
import org.junit.jupiter.api.Test;

class EmbeddingPipelineTests {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void makesOneCallAtATimeWhereTheModelTakesOne() {
        assertThat(EmbeddingPipeline.calls(new BulkCapacity(64, 1), 384, 4 * GIGABYTE))
                .isEqualTo(1);
    }

    @Test
    void preparesAQuarterMoreThanTheModelTakes() {
        assertThat(EmbeddingPipeline.calls(new BulkCapacity(64, 16), 768, 4 * GIGABYTE))
                .isEqualTo(20);
        assertThat(EmbeddingPipeline.calls(new BulkCapacity(64, 2), 768, 4 * GIGABYTE))
                .isEqualTo(3);
    }

    @Test
    void sharesTheHeapAmongAllPipelinesThatRun() {
        RunningPipelines running = new RunningPipelines();
        running.begin();
        assertThat(running.shareOf(GIGABYTE)).isEqualTo(GIGABYTE);

        running.begin();
        running.begin();
        running.begin();

        assertThat(running.shareOf(GIGABYTE)).isEqualTo(GIGABYTE / 4);
        assertThat(EmbeddingPipeline.calls(new BulkCapacity(128, 200), 1_024, running.shareOf(GIGABYTE / 2)))
                .isEqualTo(6);
        running.end();
        running.end();
        running.end();
        assertThat(running.shareOf(GIGABYTE)).isEqualTo(GIGABYTE);
    }

    /** 200 KiB is what an asset with the most text takes, and a job may have a small part of the heap for a page. */
    @Test
    void readsNoMoreAssetsThanTheHeapBears() {
        BulkCapacity many = new BulkCapacity(128, 200);

        assertThat(DueAssets.pageSize(many, GIGABYTE / 2)).isBetween(50, 80);
        assertThat(DueAssets.pageSize(many, 64 * GIGABYTE)).isEqualTo(1_024);
        assertThat(DueAssets.pageSize(new BulkCapacity(64, 1), GIGABYTE / 2)).isEqualTo(64);
    }

    @Test
    void hasNoMoreUnderWayThanAQuarterOfTheHeapBears() {
        long most = EmbeddingPipeline.mostDocuments(1_024, GIGABYTE);

        assertThat(most * (16 * 1_024 + 24 * 1_024)).isBetween(GIGABYTE / 4 - 40 * 1_024, GIGABYTE / 4);
        assertThat(EmbeddingPipeline.calls(new BulkCapacity(128, 200), 1_024, GIGABYTE))
                .isEqualTo((int) most / 128);
        assertThat(EmbeddingPipeline.calls(new BulkCapacity(1_024, 200), 4_000, 1 << 20))
                .isEqualTo(1);
    }
}
