package io.modernize.cmdb.inventory.imports.batch;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param reportsDirectory where reports of rejected rows and missing assets are written; created where it is missing
 * @param maxFileSize the largest file that is accepted
 * @param chunkSize rows per transaction: enough to make a round trip worth it, few enough to repeat after a crash
 */
@ConfigurationProperties("cmdb.import")
record ImportProperties(
        @DefaultValue("import-reports") Path reportsDirectory,
        @DefaultValue("2GB") DataSize maxFileSize,
        @DefaultValue("500") int chunkSize) {}
