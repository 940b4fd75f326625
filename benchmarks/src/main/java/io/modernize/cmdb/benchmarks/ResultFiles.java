package io.modernize.cmdb.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the figures as JSON for machines, and as tables in Markdown beside it. */
final class ResultFiles {
    private final Path project;
    private final @Nullable Path chosen;

    /**
     * The files of one run.
     *
     * @param chosen null for files in {@code benchmarks/results}, named after what was measured
     */
    ResultFiles(Path project, @Nullable Path chosen) {
        this.project = project;
        this.chosen = chosen;
    }

    /** Writes tables alone, and prints them. */
    void printTables(String name, String tables) throws IOException {
        print(tables);
        Path output = file(name + ".md");
        createFolderOf(output);
        Files.writeString(output, tables);
    }

    /** Writes a run, and replaces what was written for that name before. */
    void write(String name, RunReport run) throws IOException {
        Path output = json(name);
        createFolderOf(output);
        Files.writeString(
                output, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n");
        Files.writeString(beside(output), MarkdownReport.of(run));
    }

    /** Prints the tables of a run that was written. */
    void printTablesOf(String name) throws IOException {
        print(Files.readString(beside(json(name))));
    }

    /** The file of a run with that name. */
    Path json(String name) {
        return file(name + ".json");
    }

    private Path file(String name) {
        return chosen == null ? project.resolve("benchmarks/results").resolve(name) : chosen;
    }

    private static Path beside(Path output) {
        String name = output.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return output.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".md");
    }

    private static void createFolderOf(Path output) throws IOException {
        Path folder = output.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    private static void print(String tables) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(tables);
        out.flush();
    }
}
