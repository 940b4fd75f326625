package io.modernize.cmdb.inventory.batch;

import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ThroughputIT extends ImportScenario {
    @Test
    void measures() throws Exception {
        Path file = Path.of(System.getProperty("bench.file", "/tmp/gen100k.csv"));
        for (int i = 0; i < 3; i++) {
            var e = i == 2 ? engagement : engagements.create();
            engagement = e;
            long start = System.nanoTime();
            long[] chunks = {start, start};
            ImportSummary s = completed(outcome(e, file, MissingAssetPolicy.REPORT, (d, t) -> {
                if (d % 20_000 == 0) {
                    long now = System.nanoTime();
                    System.out.printf("BENCH   %d rows, last 20k in %.2f s%n", d, (now - chunks[0]) / 1e9);
                    chunks[0] = now;
                }
            }));
            double sec = (System.nanoTime() - start) / 1e9;
            System.out.printf("BENCH run %d: %s in %.1f s = %.0f rows/s (after last chunk %.2f s)%n", i, s.counts(), sec, s.totalRows() / sec, (System.nanoTime() - chunks[0]) / 1e9);
        }
    }
}
