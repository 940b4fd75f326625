package io.modernize.cmdb.operations.cli.command;

import io.modernize.cmdb.operations.evaluation.JudgedQueries;
import java.io.IOException;
import java.nio.file.Path;

/** The file that the option {@code --queries} names. */
public final class JudgedQueriesFile {
    private JudgedQueriesFile() {}

    /** Reads it. Throws {@link UsageException} if a line cannot be used. */
    public static JudgedQueries read(Path file) throws IOException {
        try {
            return JudgedQueries.read(file);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--queries: " + e.getMessage());
        }
    }
}
