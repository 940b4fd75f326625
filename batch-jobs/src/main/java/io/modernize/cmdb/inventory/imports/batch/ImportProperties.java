package io.modernize.cmdb.inventory.imports.batch;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param reportsDirectory the directory for reports of rejected rows and missing assets; created if it is missing
 * @param maxFileSize the largest file that is accepted
 * @param chunkSize the greatest number of rows per transaction, at least 1: enough to be worth a round trip, few enough to
 *     repeat after a crash. Long rows end a transaction sooner
 */
@ConfigurationProperties("cmdb.import")
record ImportProperties(
        @DefaultValue("import-reports") Path reportsDirectory,
        @DefaultValue("2GB") DataSize maxFileSize,
        @DefaultValue("500") int chunkSize) {
    ImportProperties {
        if (chunkSize < 1) {
            throw new IllegalArgumentException("cmdb.import.chunk-size is at least 1, not " + chunkSize);
        }
    }
}
