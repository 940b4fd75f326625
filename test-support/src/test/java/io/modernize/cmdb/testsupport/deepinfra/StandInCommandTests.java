package io.modernize.cmdb.testsupport.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.Await;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StandInCommandTests {
    private static final Pattern ADDRESS = Pattern.compile("Listening at (http://localhost:\\d+)/v1/openai");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void saysHowToUseIt() {
        assertThat(command().execute("--help")).isZero();

        assertThat(out.toString()).contains("--faults", "--latency", "lognormal:80ms,0.6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--latency soon | is no latency",
                "--faults nowhere.json | there is no file nowhere.json",
                "--port 65536 | port out of range",
                "--model tiny=0 | would have 0 dimensions",
                "--concurrency many | --concurrency",
            })
    void refusesWhatItCannotDo(String arguments, String message) {
        assertThat(command().execute(arguments.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err.toString()).contains(message);
    }

    @Test
    void saysThatAPortIsTaken() {
        try (DeepInfraStandIn other = DeepInfraStandIn.setup().start()) {
            String port = String.valueOf(other.baseUrl().getPort());

            assertThat(command().execute("--port", port)).isEqualTo(CommandLine.ExitCode.USAGE);
            assertThat(err.toString()).contains("cannot listen on port " + port);
        }
    }

    @Test
    void servesByThePlanUntilItIsEnded() throws Exception {
        Path plan = folder.resolve("plan.json");
        Files.writeString(plan, "{\"rules\":[{\"fault\":\"402\"}]}");
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread running = Thread.ofPlatform()
                .start(() ->
                        exit.complete(command().execute("--port", "0", "--faults", plan.toString(), "--key", "k")));

        try (HttpClient http = HttpClient.newHttpClient()) {
            String address = address();
            assertThat(http.send(
                                    java.net.http.HttpRequest.newBuilder(URI.create(address + "/v1/openai/embeddings"))
                                            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(402);
        }
        assertThat(out.toString())
                .contains("DEEPINFRA_API_KEY=k", "CMDB_EMBEDDING_DEEPINFRA_BASE_URL=http://localhost:");
        running.interrupt();
        assertThat(exit.get()).isZero();
    }

    private String address() {
        return Await.until("it says where it listens", () -> ADDRESS.matcher(out.toString()), Matcher::find)
                .group(1);
    }

    private CommandLine command() {
        return StandInCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }
}
