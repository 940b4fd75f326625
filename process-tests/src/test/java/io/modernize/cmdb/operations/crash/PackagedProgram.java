package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code java -jar} runs in production, unpacked by its own tools and with its classes loaded and linked ahead of
 * time: that makes a start take less than half as long, and who kills processes starts many.
 */
final class PackagedProgram {
    private static final Path FOLDER = Path.of("target", "packaged-program").toAbsolutePath();
    private static final Path CLASSES = FOLDER.resolve("classes.aot");
    private static final Path BOOTSTRAP = Path.of("..", "bootstrap", "target");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Of the virtual machine: what starts fast and takes little. */
    private static final List<String> SMALL = List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // Where the classes cannot be used, it starts without them and would say so.
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED");

    private static @Nullable PackagedProgram shared;

    private final Path jar;
    private int started;

    private PackagedProgram(Path jar) {
        this.jar = jar;
    }

    /** The one that all tests of this JVM start; made ready by the first of them, which takes some 20 seconds. */
    static synchronized PackagedProgram shared() {
        PackagedProgram existing = shared;
        if (existing != null) {
            return existing;
        }
        PackagedProgram program = madeReady(packaged());
        shared = program;
        return program;
    }

    private static PackagedProgram madeReady(Path packaged) {
        PackagedProgram program = new PackagedProgram(FOLDER.resolve(packaged.getFileName()));
        run(List.of(
                JAVA,
                "-Djarmode=tools",
                "-jar",
                packaged.toString(),
                "extract",
                "--force",
                "--destination",
                FOLDER.toString()));
        program.loadClassesAheadOfTime();
        return program;
    }

    private static Path packaged() {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(BOOTSTRAP, "*-exec.jar")) {
            for (Path jar : found) {
                return jar.toAbsolutePath();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(BOOTSTRAP + " has no *-exec.jar: build the module bootstrap first");
    }

    private void loadClassesAheadOfTime() {
        TestDatabase database = TestDatabase.shared().createFresh();
        try (RunningProgram training = start(
                List.of("-XX:AOTCacheOutput=" + CLASSES),
                Settings.of(database, URI.create("http://localhost:1/v1/openai"), FOLDER),
                List.of("embed"))) {
            assertThat(training.awaitEnd()).as(training.toString()).isZero();
        }
    }

    RunningProgram start(Map<String, String> environment, String... arguments) {
        return start(List.of("-XX:AOTCache=" + CLASSES), environment, List.of(arguments));
    }

    private RunningProgram start(List<String> options, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(SMALL);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        started++;
        return RunningProgram.start(command, environment, FOLDER.resolve("run-" + started));
    }

    private static void run(List<String> command) {
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (RunningProgram unpacking = RunningProgram.start(command, Map.of(), FOLDER.resolve("unpacking"))) {
            assertThat(unpacking.awaitEnd()).as(unpacking.toString()).isZero();
        }
    }
}
