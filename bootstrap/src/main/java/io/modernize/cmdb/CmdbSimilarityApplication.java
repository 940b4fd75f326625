package io.modernize.cmdb;

import io.modernize.cmdb.operations.cli.CommandLineEntry;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or runs one command of it. {@code --help} lists the commands. */
@SpringBootApplication
public class CmdbSimilarityApplication {
    public static void main(String[] args) {
        CommandLineEntry.run(CmdbSimilarityApplication.class, args);
    }
}
