package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that is killed while it imports an uploaded file leaves nothing of the file on a disk. */
class KilledUploadIT {
    /** Stands in every row of the file. It has to be in no other file. */
    private static final String MARKER = "word-of-the-customer-8731";

    private static final int ROWS = 40;

    /** The row that the import cannot store. The chunks before it are stored. */
    private static final int HELD_ROW = 25;

    private final TestDatabase database = TestDatabase.shared().createMigrated();
    private final JdbcClient admin = JdbcClient.create(database.adminDataSource());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void leavesNothingOfTheFileOnADisk() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        BareEstate.create(database, 1, 1);
        queueImport();
        List<Path> before = files(Path.of(""));

        try (Stored stored = new Stored(database)) {
            killWhileItImports(stored, settings(temporary));
        }

        assertThat(admin.sql("select count(*) from cmdb_assets where name like ?")
                        .param(MARKER + "%")
                        .query(Long.class)
                        .single())
                .as("it was in the midst of the file")
                .isEqualTo(20);
        assertThat(files(temporary)).as("what a killed service leaves").isNotEmpty();
        assertThat(files(folder)).allSatisfy(file -> {
            assertThat(file.toString()).doesNotContain(MARKER);
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(MARKER);
        });
        assertThat(files(Path.of(""))).as("in the working directory").isEqualTo(before);
    }

    private Map<String, String> settings(Path temporary) {
        Map<String, String> settings = new HashMap<>(Settings.of(database));
        settings.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        settings.put("CMDB_IMPORT_CHUNK_SIZE", "10");
        settings.put("CMDB_IMPORT_REPORTS_DIRECTORY", folder.resolve("reports").toString());
        settings.put("CMDB_EXPORT_DIRECTORY", folder.resolve("exports").toString());
        // Nobody signs in: a service that knows no issuer would not start.
        settings.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", "http://localhost:1");
        settings.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES", "cmdb-similarity");
        return settings;
    }

    /** A file as an upload has stored it, in two parts, and the job that a caller has asked for. */
    private void queueImport() {
        byte[] content = IntStream.range(0, ROWS)
                .mapToObj(row -> "{\"sourceSystem\":\"test\",\"externalKey\":\"%s\",\"name\":\"%s-%d\"}%n"
                        .formatted(row == HELD_ROW ? "1" : "key-" + row, MARKER, row))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        admin.sql("""
            insert into import_uploads (client_account_id, id, engagement_id, file_name, bytes, complete)
            select e.client_account_id, e.id, e.id, :name, :bytes, true
            from engagements e join client_accounts c on c.id = e.client_account_id where c.slug = 'client-1'
            """)
                .param("name", MARKER + ".jsonl")
                .param("bytes", content.length)
                .update();
        int half = content.length / 2;
        part(0, Arrays.copyOfRange(content, 0, half));
        part(1, Arrays.copyOfRange(content, half, content.length));
        admin.sql("""
            insert into job_runs (client_account_id, id, engagement_id, kind, arguments, status, requested_by)
            select client_account_id, id, engagement_id, 'IMPORT',
                jsonb_build_object('upload', id, 'deleteMissing', 'false'), 'QUEUED', 'test' from import_uploads
            """).update();
    }

    private void part(int position, byte[] content) {
        admin.sql("""
            insert into import_upload_parts (client_account_id, upload_id, position, content)
            select client_account_id, id, :position, :content from import_uploads
            """).param("position", position).param("content", content).update();
    }

    /** At an asset that somebody else holds. */
    private void killWhileItImports(Stored stored, Map<String, String> settings) {
        try (Connection holder = database.adminDataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from cmdb_assets where external_key = '1' for update");
            try (RunningProgram process = PackagedProgram.shared().start(settings, "--server.port=0")) {
                assertThat(process.runsUntil(stored::isAnybodyHeldUp))
                        .as(process.toString())
                        .isTrue();
                assertThat(process.kill()).isTrue();
            }
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All files below a directory, without those of the build. */
    private static List<Path> files(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(path -> !path.startsWith("target") && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
