package io.modernize.cmdb.testsupport.deepinfra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command behind {@code scripts/deepinfra-stand-in}. */
@Command(
        name = "scripts/deepinfra-stand-in",
        sortOptions = false,
        description = {
            "Speaks DeepInfra's protocol on this machine, so that the hosted provider can be tried without an account,"
                    + " with as many failures as wanted. Its vectors follow from the words of a text; they know no"
                    + " meaning. Ctrl-C ends it.",
            ""
        },
        footer = {
            "",
            "A plan of faults, for example:",
            "  {\"seed\": 7, \"latency\": \"lognormal:80ms,0.6\", \"rules\": [",
            "    {\"fault\": \"429\", \"retryAfter\": \"2\", \"after\": 100, \"times\": 50},",
            "    {\"fault\": \"422\", \"inputs\": \"(?i)forbidden\"},",
            "    {\"fault\": \"nan\", \"share\": 0.01}]}",
            "docs/deepinfra.md has the faults and what the service makes of each."
        })
final class StandInCommand implements Callable<Integer> {
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    @Option(names = "--port", defaultValue = "8091", description = "port on the loopback interface (${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--faults", paramLabel = "PLAN.json", description = "what goes wrong, and when")
    private @Nullable Path faults;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            description =
                    "none, fixed:50ms, uniform:20ms,80ms or lognormal:80ms,0.6 (median and spread); instead of the"
                            + " plan's")
    private @Nullable String latency;

    @Option(names = "--seed", description = "of what is left to chance; instead of the plan's")
    private @Nullable Long seed;

    @Option(
            names = "--concurrency",
            defaultValue = "200",
            description = "429 beyond so many requests at once (${DEFAULT-VALUE})")
    private int concurrency;

    @Option(
            names = "--retry-after",
            paramLabel = "SECONDS",
            description = "what those are told to wait; nothing without")
    private @Nullable String retryAfter;

    @Option(names = "--key", description = "the only API key that is taken; any is without")
    private @Nullable String key;

    @Option(
            names = "--model",
            paramLabel = "NAME=DIMENSIONS",
            description = "serves a model of that name too, beside the real ones")
    private Map<String, Integer> models = Map.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "says this")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private StandInCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new StandInCommand());
    }

    @Override
    public Integer call() {
        try (DeepInfraStandIn standIn = start()) {
            spec.commandLine().getOut().println(introduction(standIn.baseUrl().toString()));
            spec.commandLine().getOut().flush();
            report(standIn);
        } catch (InterruptedException e) {
            // Asked to end; Ctrl-C ends the whole process.
            Thread.currentThread().interrupt();
        }
        return CommandLine.ExitCode.OK;
    }

    private DeepInfraStandIn start() {
        try {
            DeepInfraStandIn.Setup setup = DeepInfraStandIn.setup()
                    .port(port)
                    .maxConcurrency(concurrency)
                    .plan(plan())
                    // For hours, perhaps: what it was asked is counted and not kept.
                    .remember(0);
            if (key != null) {
                setup.key(key);
            }
            if (retryAfter != null) {
                setup.retryAfter(retryAfter);
            }
            models.forEach(setup::model);
            return setup.start();
        } catch (IllegalArgumentException | IOException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private FaultPlan plan() throws IOException {
        FaultPlan plan;
        if (faults == null) {
            plan = FaultPlan.NONE;
        } else if (Files.isReadable(faults)) {
            plan = FaultPlan.parse(Files.readString(faults));
        } else {
            throw new IllegalArgumentException("there is no file " + faults + " that can be read");
        }
        if (latency != null) {
            plan = plan.withLatency(Latency.parse(latency));
        }
        return seed == null ? plan : plan.withSeed(seed);
    }

    private String introduction(String baseUrl) {
        return """
            Listening at %1$s
            In another shell, on a database of its own, since vectors of different models do not mix:

              export CMDB_EMBEDDING_PROVIDER=deepinfra DEEPINFRA_API_KEY=%2$s
              export CMDB_EMBEDDING_DEEPINFRA_BASE_URL=%1$s
              ./run
            """.formatted(baseUrl, key == null ? "any" : key);
    }

    /** Until it is interrupted: a line now and then, where there is something new to say. */
    private void report(DeepInfraStandIn standIn) throws InterruptedException {
        int seen = 0;
        while (true) {
            Thread.sleep(BETWEEN_REPORTS);
            int requests = standIn.requests();
            if (requests != seen) {
                seen = requests;
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%,d requests, %,d answered with vectors for %,d texts, %,d with 429; at most %d at"
                                        + " once%n",
                                requests,
                                standIn.answered(200),
                                standIn.embedded(),
                                standIn.answered(429),
                                standIn.maxInFlight());
                spec.commandLine().getOut().flush();
            }
        }
    }
}
