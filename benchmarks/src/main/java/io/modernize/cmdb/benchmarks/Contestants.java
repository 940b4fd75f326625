package io.modernize.cmdb.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Chooses the systems that take part in a workload. */
final class Contestants {
    private final DatabaseServer server;
    private final Path project;
    private final Effort effort;
    private final boolean quick;
    private final List<String> chosen;

    /** @param chosen names of the command line; empty for the workload's own choice */
    Contestants(DatabaseServer server, Path project, Effort effort, boolean quick, List<String> chosen) {
        this.server = server;
        this.project = project;
        this.effort = effort;
        this.quick = quick;
        this.chosen = chosen;
    }

    List<Contestant> of(WorkloadKind kind, int dimensions) {
        List<Contestant> contestants = new ArrayList<>();
        List<Integer> widths = effort.searchWidths();
        if (takesPart(kind, "ours")) {
            contestants.add(
                    new OurService(server, project, database(kind, "ours"), dimensions, BenchmarkCommand.WANTED_SIZES));
        }
        if (takesPart(kind, "original")) {
            contestants.add(new OriginalContestant(databaseOf(kind, "original"), dimensions, widths));
        }
        if (takesPart(kind, "spring-ai")) {
            contestants.add(new SpringAiContestant(databaseOf(kind, "spring_ai"), dimensions, widths));
        }
        for (LangChain4jContestant.Variant variant : LangChain4jContestant.Variant.values()) {
            if (takesPart(kind, name(variant))) {
                contestants.add(new LangChain4jContestant(
                        databaseOf(kind, name(variant).replace('-', '_')), variant, dimensions, widths));
            }
        }
        return contestants;
    }

    private boolean takesPart(WorkloadKind kind, String name) {
        if (!chosen.isEmpty()) {
            return chosen.contains(name);
        }
        return switch (kind) {
            case A, B, C_100K -> !quick || !name.equals("langchain4j-jsonb");
            // Its plan is a scan of the whole table, over a second for each search.
            case C -> !name.equals("langchain4j-jsonb");
            case SINGLE -> name.equals("ours") || name.equals("original");
            case WRITES, MIXED -> !name.equals("langchain4j-jsonb");
        };
    }

    private static String name(LangChain4jContestant.Variant variant) {
        return switch (variant) {
            case COLUMNS -> "langchain4j";
            case COLUMNS_HNSW -> "langchain4j-hnsw";
            case JSONB -> "langchain4j-jsonb";
        };
    }

    private ContestantDatabase databaseOf(WorkloadKind kind, String system) {
        return new ContestantDatabase(server, database(kind, system));
    }

    private static String database(WorkloadKind kind, String system) {
        return system + "_" + kind.label().replace('-', '_');
    }
}
