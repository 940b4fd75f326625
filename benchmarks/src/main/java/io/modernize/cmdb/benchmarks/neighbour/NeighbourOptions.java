package io.modernize.cmdb.benchmarks.neighbour;

import io.modernize.cmdb.testsupport.attacks.Extent;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param quick small data and short phases
 * @param attack the only attack; null for each of them, all together, and twice as many
 * @param jar the packaged service; null for the one of the project
 * @param folder where logs and files of the service go
 */
public record NeighbourOptions(
        boolean quick, @Nullable String attack, @Nullable Path jar, Path project, Path folder) {

    Extent extent() {
        return quick ? Extent.quick() : Extent.full();
    }

    /** How long one tenant searches while another attacks. */
    Duration phase() {
        return Duration.ofSeconds(quick ? 10 : 60);
    }

    /** How long to wait at most until the work that an attack left behind is done. */
    Duration longestRest() {
        return Duration.ofSeconds(quick ? 6 : 60);
    }

    /** How long to wait at most for an import of the tenant that searches. */
    Duration longestImport() {
        return Duration.ofSeconds(quick ? 15 : 60);
    }

    /** When single attacks are left out, so that all of them together are measured in any case. */
    Duration longestSingles() {
        return quick ? Duration.ofMinutes(3) : Duration.ofMinutes(30);
    }

    int victimRows() {
        return quick ? 300 : 2_000;
    }

    Path packagedService() throws IOException {
        Path chosen = jar;
        if (chosen != null) {
            return chosen.toAbsolutePath();
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(project.resolve("bootstrap/target"), "*-exec.jar")) {
            for (Path found : jars) {
                return found.toAbsolutePath();
            }
        }
        throw new IOException("bootstrap/target has no *-exec.jar: build the module bootstrap, or name one by --jar");
    }
}
