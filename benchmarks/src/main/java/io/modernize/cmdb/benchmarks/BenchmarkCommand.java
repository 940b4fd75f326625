package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.benchmarks.neighbour.NeighbourOptions;
import io.modernize.cmdb.benchmarks.neighbour.NeighbourWorkload;
import io.modernize.cmdb.benchmarks.neighbour.ServedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line: the workloads, their effort, and the files of the figures. */
@Command(
        name = "scripts/benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures the service beside other ways to search vectors in PostgreSQL.")
final class BenchmarkCommand implements Callable<Integer> {
    /** Rows of the clients that are searched, beside the largest. */
    static final List<Integer> WANTED_SIZES = List.of(13_000, 3_500, 540, 130);

    private static final List<WorkloadKind> QUICK = List.of(WorkloadKind.A, WorkloadKind.B, WorkloadKind.C);

    @Option(names = "--quick", description = "Small data and few questions: under three minutes for a, b and c.")
    private boolean quick;

    @Option(
            names = "--workload",
            split = ",",
            paramLabel = "NAME",
            description =
                    "a, b, c-100k, c, single, writes, mixed, separated by commas; default: all, with --quick a,b,c. By"
                            + " themselves: text, which searches by words; embed, the embedding job; allocation, what a"
                            + " search allocates; neighbour, what one tenant suffers from another; layouts and"
                            + " calibrate, which measure inside the server.")
    private List<String> workloads = List.of();

    @Option(names = "--queries", paramLabel = "N", description = "Questions per client.")
    private @Nullable Integer questions;

    @Option(names = "--rows", paramLabel = "N", description = "Rows, instead of the workload's own number.")
    private @Nullable Integer rows;

    @Option(
            names = "--systems",
            split = ",",
            paramLabel = "NAME",
            description = "ours, original, spring-ai, langchain4j, langchain4j-hnsw, langchain4j-jsonb; default: all,"
                    + " in workload c and with --quick without langchain4j-jsonb.")
    private List<String> systems = List.of();

    @Option(
            names = "--vectors",
            paramLabel = "FILE",
            description = "Vectors to use instead of generated ones: JSON Lines" + " with \"embedding\", or .fvecs.")
    private @Nullable Path vectors;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Results as JSON; the tables go beside it as .md."
                    + " Default: benchmarks/results/NAMES[-quick].json")
    private @Nullable Path out;

    @Option(
            names = "--attack",
            paramLabel = "NAME",
            description = "Of the workload neighbour: this attack only, for example big-answers.")
    private @Nullable String attack;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "Of the workload neighbour: the packaged service to measure. Default: the one just built.")
    private @Nullable Path jar;

    @Option(names = "--project", hidden = true)
    private Path project = Path.of(".");

    @Option(names = "--data", hidden = true)
    private @Nullable Path data;

    public static void main(String[] arguments) {
        // Figures look the same everywhere.
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLine(new BenchmarkCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        Alone alone = alone();
        if (alone != null) {
            return measure(alone);
        }
        if (workloads.size() == 1 && SqlWorkload.named(workloads.getFirst()).isPresent()) {
            return measureInsideTheServer(
                    SqlWorkload.named(workloads.getFirst()).get());
        }
        List<WorkloadKind> kinds = kinds();
        Effort effort = effort();
        Progress progress = new Progress(System.err);
        Path folder = data == null ? Files.createTempDirectory("cmdb-benchmark") : data;
        ResultFiles files = new ResultFiles(project, out);
        String name = name(kinds);
        List<WorkloadReport> reports = new ArrayList<>();
        try (TemporaryServer temporary = TemporaryServer.in(project, folder)) {
            progress.say("starting a server");
            DatabaseServer server = temporary.start();
            Map<String, String> environment = ServerEnvironment.of(server);
            Contestants contestants = new Contestants(server, project, effort, quick, systems);
            JitWarmUp warmUp = new JitWarmUp(effort.warmUpSeconds());
            for (WorkloadKind kind : kinds) {
                reports.add(run(kind, contestants, effort, warmUp, progress));
                // After every workload, so that a long run that fails leaves what it has.
                files.write(name, new RunReport(quick, environment, reports, Bars.of(reports), seconds(start)));
            }
        }
        progress.say("figures are in " + files.json(name));
        files.printTablesOf(name);
        return 0;
    }

    /** A workload that runs alone and returns its figures as Markdown. */
    @FunctionalInterface
    private interface Alone {
        String run(DatabaseServer server, Path project) throws Exception;
    }

    /** The workload that runs alone; null if others are asked for. */
    private @Nullable Alone alone() {
        Progress progress = new Progress(System.err);
        Integer assets = rows;
        if (workloads.equals(List.of(TextWorkload.NAME))) {
            return new TextWorkload(quick, effort(), progress)::run;
        }
        if (workloads.equals(List.of(EmbedWorkload.NAME))) {
            return new EmbedWorkload(quick, assets == null ? 0 : assets, progress)::run;
        }
        if (workloads.equals(List.of(NeighbourWorkload.NAME))) {
            Path folder = data == null ? Path.of(System.getProperty("java.io.tmpdir")) : data;
            NeighbourWorkload workload =
                    new NeighbourWorkload(new NeighbourOptions(quick, attack, jar, project, folder), progress::say);
            return (server, where) -> workload.run(served(server), ServerEnvironment.of(server));
        }
        return workloads.equals(List.of(AllocationWorkload.NAME)) ? new AllocationWorkload(quick, progress)::run : null;
    }

    private static ServedDatabase served(DatabaseServer server) {
        return new ServedDatabase(
                server.url("cmdb"),
                server.owner().user(),
                server.owner().password(),
                server.application().user(),
                server.application().password());
    }

    private int measure(Alone workload) throws Exception {
        Path folder = data == null ? Files.createTempDirectory("cmdb-benchmark") : data;
        try (TemporaryServer temporary = TemporaryServer.in(project, folder)) {
            new ResultFiles(project, out)
                    .printTables(
                            workloads.getFirst() + (attack == null ? "" : "-" + attack) + (quick ? "-quick" : ""),
                            workload.run(temporary.start(), project));
        }
        return 0;
    }

    private int measureInsideTheServer(SqlWorkload workload) throws Exception {
        Path folder = data == null ? Files.createTempDirectory("cmdb-benchmark") : data;
        try (TemporaryServer temporary = TemporaryServer.in(project, folder)) {
            new ResultFiles(project, out).printTables(workload.label(), workload.run(temporary.start()));
        }
        return 0;
    }

    private Effort effort() {
        Effort effort = quick ? Effort.quick() : Effort.full();
        Integer number = questions;
        return number == null ? effort : effort.withQuestions(number);
    }

    private WorkloadReport run(
            WorkloadKind kind, Contestants contestants, Effort effort, JitWarmUp warmUp, Progress progress)
            throws Exception {
        Dataset dataset = dataset(kind);
        List<Contestant> entered = contestants.of(kind, dataset.dimensions());
        return switch (kind) {
            case A, B, C_100K, C, SINGLE ->
                new SearchWorkload(kind, dataset, WANTED_SIZES, effort, warmUp, progress).run(entered);
            case WRITES -> new WriteWorkload(dataset, effort, progress).run(entered);
            case MIXED -> new MixedWorkload(dataset, List.of(3_500, 540), effort, warmUp, progress).run(entered);
        };
    }

    private Dataset dataset(WorkloadKind kind) throws Exception {
        Size size = quick ? Size.quick(kind) : Size.full(kind);
        Path file = vectors;
        VectorSource source = file == null ? new TopicVectors(kind.dimensions()) : FileVectors.read(file);
        int wanted = rows == null ? size.rows() : rows;
        return new Dataset(Math.min(wanted, source.limit()), size.clients(), source);
    }

    private List<WorkloadKind> kinds() {
        if (workloads.isEmpty()) {
            return quick ? QUICK : List.of(WorkloadKind.values());
        }
        List<WorkloadKind> kinds = new ArrayList<>();
        for (String name : workloads) {
            kinds.add(List.of(WorkloadKind.values()).stream()
                    .filter(kind -> kind.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            new CommandLine(this), "There is no workload \"" + name + "\"; see --help")));
        }
        return kinds;
    }

    /** The name of the files of the run, without their endings. */
    private String name(List<WorkloadKind> kinds) {
        String names = workloads.isEmpty() && !quick
                ? "all"
                : kinds.stream().map(WorkloadKind::label).collect(Collectors.joining("_"));
        return names + (quick ? "-quick" : "");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
