package io.modernize.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.testsupport.FreePort;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What the service does instead of serving where it could not serve safely: says why, and leaves the port closed. */
@ExtendWith(OutputCaptureExtension.class)
class StartRefusalIT {
    private static final String STACK_FRAME = "\tat ";
    private static final String LOCAL = "--spring.profiles.active=local";
    private static final String NO_SAMPLE = "--cmdb.sample-estate.enabled=false";

    private final int port = FreePort.find();

    @Test
    void refusesADatabaseWithAFenceDownAndNamesTheTable(CapturedOutput output) throws Exception {
        TestDatabase database = TestDatabase.shared().createMigrated();
        execute(database, "alter table cmdb_assets no force row level security");

        refuses(output, arguments(database, LOCAL, NO_SAMPLE));

        assertThat(output)
                .contains("does not keep client accounts apart", "table cmdb_assets does not force row-level security")
                .doesNotContain("table cmdb_asset_embeddings does not");
    }

    @Test
    void refusesAnotherModelThanTheStoredVectors(CapturedOutput output) throws Exception {
        TestDatabase database = TestDatabase.shared().createMigrated();
        execute(
                database,
                "insert into embedding_spaces (id, provider, model, dimensions, distance, template_version, active)"
                    + " values (gen_random_uuid(), 'deepinfra', 'Qwen/Qwen3-Embedding-4B', 2560, 'COSINE', 1, true)");

        refuses(output, arguments(database, LOCAL, NO_SAMPLE));

        assertThat(output)
                .contains(
                        "deepinfra:Qwen/Qwen3-Embedding-4B", "onnx:", "Set cmdb.embedding.provider and the provider's");
    }

    @Test
    void refusesToStartWithoutADatabaseAndSaysWhatToSet(CapturedOutput output) {
        refuses(output, List.of(LOCAL, "--cmdb.database.url="));

        assertThat(output)
                .contains(
                        "CMDB_DB_URL",
                        "CMDB_DB_OWNER_USER",
                        "CMDB_DB_OWNER_PASSWORD",
                        "CMDB_DB_APP_USER",
                        "CMDB_DB_APP_PASSWORD",
                        "./run");
    }

    @Test
    void refusesADatabaseThatCannotBeReachedAndNamesItsAddress(CapturedOutput output) {
        int nobodyListens = FreePort.find();
        refuses(
                output,
                List.of(
                        LOCAL,
                        "--cmdb.database.url=jdbc:postgresql://127.0.0.1:" + nobodyListens
                                + "/cmdb?password=hidden-in-the-url",
                        "--cmdb.database.owner.username=owner",
                        "--cmdb.database.owner.password=hidden-owner",
                        "--cmdb.database.application.username=application",
                        "--cmdb.database.application.password=hidden-application"));

        assertThat(output)
                .contains("The database jdbc:postgresql://127.0.0.1:" + nobodyListens + "/cmdb cannot be reached: ")
                .doesNotContain("hidden-");
    }

    @Test
    void refusesADatabaseThatRefusesTheLogin(CapturedOutput output) {
        TestDatabase database = TestDatabase.shared();
        List<String> arguments = arguments(database, LOCAL, NO_SAMPLE);
        arguments.add("--cmdb.database.application.password=wrong-password");

        refuses(output, arguments);

        assertThat(output)
                .contains("refuses the login", database.applicationUser())
                .doesNotContain("wrong-password", database.ownerPassword());
    }

    @Test
    void refusesToStartWithoutAnIssuerOutsideTheLocalProfile(CapturedOutput output) {
        refuses(output, arguments(TestDatabase.shared()));

        assertThat(output)
                .contains(
                        "Not set: spring.security.oauth2.resourceserver.jwt.issuer-uri and"
                                + " spring.security.oauth2.resourceserver.jwt.audiences",
                        "spring.profiles.active=local");
    }

    @Test
    void startsWhileTheIssuerDoesNotAnswerAndTurnsCallersAwayUntilItDoes(CapturedOutput output) throws Exception {
        // Accepts connections and never answers: worse than a closed port, as it invites to wait.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ConfigurableApplicationContext context = start(arguments(
                        TestDatabase.shared(),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:"
                                + silent.getLocalPort(),
                        "--spring.security.oauth2.resourceserver.jwt.audiences=cmdb-similarity"))) {
            ServiceUnderTest service = ServiceUnderTest.at(port);
            assertThat(context.isRunning()).isTrue();
            assertThat(service.get("/actuator/health").status()).isEqualTo(200);
            assertThat(me(service, Map.of()).status()).as("without a token").isEqualTo(401);

            // It comes although the issuer keeps silent: the service has a limit of its own.
            Answer answer = me(service, Map.of("Authorization", "Bearer " + token(silent.getLocalPort())));

            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().get("content-type")).containsExactly("application/problem+json");
            assertThat(answer.headers()).containsKey("retry-after").doesNotContainKey("www-authenticate");
            assertThat(answer.json().path("status").asInt()).isEqualTo(503);
            assertThat(answer.json().path("code").asString()).isEqualTo("ISSUER_UNAVAILABLE");
            assertThat(answer.json().path("remedy").asString()).contains("Retry-After");
            assertThat(output).contains("Access tokens cannot be checked").doesNotContain(STACK_FRAME);
        }
    }

    private static Answer me(ServiceUnderTest service, Map<String, String> headers) {
        return service.graphQl(headers, "{ me { role } }", Map.of());
    }

    /** In shape only; nobody gets as far as to look at its signature. */
    private static String token(int issuersPort) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"RS256\",\"kid\":\"k\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString("{\"iss\":\"http://127.0.0.1:%d\"}"
                        .formatted(issuersPort)
                        .getBytes(StandardCharsets.UTF_8))
                + ".AAAA";
    }

    private void refuses(CapturedOutput output, List<String> arguments) {
        Throwable failure = catchThrowable(() -> start(arguments).close());

        assertThat(failure).as("the start").isNotNull();
        assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain(STACK_FRAME);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .as("whether anything listens")
                .isInstanceOf(IOException.class);
    }

    private ConfigurableApplicationContext start(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.add("--server.port=" + port);
        return new SpringApplication(CmdbSimilarityApplication.class).run(all.toArray(String[]::new));
    }

    private static List<String> arguments(TestDatabase database, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
