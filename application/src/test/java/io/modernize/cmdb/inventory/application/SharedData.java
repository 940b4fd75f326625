package io.modernize.cmdb.inventory.application;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder of real and malformed sample files, which lies beside a checkout and is not part of it. */
public final class SharedData {
    private SharedData() {}

    /** A file of the folder; without the folder the calling test is skipped. The generated files are tested anyway. */
    public static Path file(String name) {
        Path folder = folder();
        assumeTrue(folder != null, "skipped: no folder shared/data beside this checkout");
        return folder.resolve(name);
    }

    private static @Nullable Path folder() {
        for (Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
