package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.Refused;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.formats.ImportFormat;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How often an import reads its file. */
class ImportReadsIT extends ImportScenario {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** More than a chunk of the job, so that a file that was read again for each would show. */
    private static final int ROWS = 600;

    /** Encodings and delimiters, by name. */
    enum Variant {
        UTF_8,
        UTF_8_WITH_BYTE_ORDER_MARK,
        WINDOWS_1252,
        SEMICOLONS;

        byte[] of(String text) {
            return switch (this) {
                case UTF_8 -> text.getBytes(StandardCharsets.UTF_8);
                case UTF_8_WITH_BYTE_ORDER_MARK -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                case WINDOWS_1252 -> text.getBytes(ImportReadsIT.WINDOWS_1252);
                case SEMICOLONS -> text.replace(',', ';').getBytes(StandardCharsets.UTF_8);
            };
        }
    }

    /** A file that counts how often it is opened, and its bytes that are read. */
    private static final class CountedFile {
        private final byte[] content;
        private int opened;
        private long read;

        private CountedFile(byte[] content) {
            this.content = content;
        }

        private ImportSource source() {
            return new ImportSource.KeptFile("counted", content.length, () -> {
                opened++;
                return counting(new ByteArrayInputStream(content));
            });
        }

        private InputStream counting(InputStream bytes) {
            return new FilterInputStream(bytes) {
                @Override
                public int read() throws IOException {
                    int value = super.read();
                    read += value < 0 ? 0 : 1;
                    return value;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int count = super.read(target, offset, length);
                    read += Math.max(0, count);
                    return count;
                }

                @Override
                public long skip(long count) throws IOException {
                    long skipped = super.skip(count);
                    read += skipped;
                    return skipped;
                }
            };
        }
    }

    static Stream<Arguments> files() {
        return Arrays.stream(ImportFormat.values())
                .flatMap(format -> Arrays.stream(Variant.values())
                        .filter(variant -> format != ImportFormat.JSON_LINES || variant != Variant.SEMICOLONS)
                        .map(variant -> Arguments.of(format, variant)));
    }

    private static String header(ImportFormat format) {
        return switch (format) {
            case SERVICENOW_RELATIONS -> "parent,child,type\n";
            case SERVICENOW_CI -> "sys_id,name,location\n";
            case AZURE_MIGRATE -> "*Server name,*Cores,*OS name\n";
            case AWS_MIGRATION_HUB -> "ExternalId,HostName,OS.Name\n";
            case NETBOX_DEVICE -> "name,device_type,site\n";
            case NETBOX_VIRTUAL_MACHINE -> "name,cluster,vcpus\n";
            case JSON_LINES -> "";
        };
    }

    private static String row(ImportFormat format, int number) {
        return switch (format) {
            case SERVICENOW_RELATIONS -> "Köln-" + number + ",Bonn,Runs on\n";
            case SERVICENOW_CI, AWS_MIGRATION_HUB -> number + ",host-" + number + ",Köln\n";
            case AZURE_MIGRATE -> "host-" + number + ",2,Größe\n";
            case NETBOX_DEVICE -> "host-" + number + ",R640,Köln\n";
            case NETBOX_VIRTUAL_MACHINE -> "host-" + number + ",Köln,2\n";
            case JSON_LINES -> "{\"externalKey\": \"" + number + "\", \"name\": \"Köln\"}\n";
        };
    }

    private static String text(ImportFormat format) {
        StringBuilder text = new StringBuilder(header(format));
        for (int number = 1; number <= ROWS; number++) {
            text.append(row(format, number));
        }
        return text.toString();
    }

    private ImportOutcome run(CountedFile file) {
        return jobs.run(
                new ImportRequest(engagement.scope(), engagement.id(), file.source(), MissingAssetPolicy.REPORT, null),
                JobProgress.SILENT);
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsAFileOnceToLookItThroughAndOnceToStoreIt(ImportFormat format, Variant variant) {
        CountedFile file = new CountedFile(variant.of(text(format)));

        ImportSummary summary = completed(run(file));

        assertThat(summary.format()).isEqualTo(format.name());
        assertThat(summary.totalRows()).isEqualTo(ROWS);
        assertThat(file.opened).isEqualTo(2);
        assertThat(file.read).isEqualTo(2L * file.content.length);
    }

    @Test
    void readsAFileThatIsRefusedOnce() {
        CountedFile broken =
                new CountedFile((text(ImportFormat.SERVICENOW_CI) + "7,\"lost,\n").getBytes(StandardCharsets.UTF_8));

        assertThat(run(broken)).isInstanceOf(Refused.class);
        assertThat(broken.opened).isEqualTo(1);
        assertThat(broken.read).isEqualTo(broken.content.length);
    }

    @Test
    void readsNoMoreThanTheBeginningOfACompressedFile() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(text(ImportFormat.SERVICENOW_CI).getBytes(StandardCharsets.UTF_8));
        }
        // What follows is never looked at.
        CountedFile file = new CountedFile(Arrays.copyOf(compressed.toByteArray(), 4 << 20));

        assertThat(run(file)).isInstanceOf(Refused.class);
        assertThat(file.opened).isEqualTo(1);
        assertThat(file.read).isLessThan(2 << 20);
    }
}
