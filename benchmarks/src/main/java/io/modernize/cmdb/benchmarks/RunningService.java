package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.CmdbSimilarityApplication;
import io.modernize.cmdb.benchmarks.DatabaseServer.Login;
import io.modernize.cmdb.benchmarks.Seeds.Purpose;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole service in this process, listening on a port of the loopback interface, with the local profile's issuer and
 * with a stub for a model.
 */
final class RunningService implements AutoCloseable {
    /** The identifier of the pretended directory. */
    static final UUID DIRECTORY = Seeds.identifier(Purpose.IDENTIFIER, Long.MIN_VALUE);

    private final ConfigurableApplicationContext context;
    private final URI address;
    private final StatementRecorder recorder;

    private RunningService(ConfigurableApplicationContext context, URI address, StatementRecorder recorder) {
        this.context = context;
        this.address = address;
        this.recorder = recorder;
    }

    /** @param clients the numbers of the clients that get an identity to sign in as */
    static RunningService start(DatabaseServer server, String database, ServiceStubModel model, List<Integer> clients)
            throws IOException {
        List<String> settings = new ArrayList<>(List.of("cmdb.embedding.provider=benchmark"));
        for (int i = 0; i < clients.size(); i++) {
            int client = clients.get(i);
            settings.addAll(List.of(
                    "cmdb.local.clients[%d].id=%s".formatted(i, identity(client)),
                    "cmdb.local.clients[%d].secret=%s".formatted(i, secret(client)),
                    "cmdb.local.identities[%d].name=%s".formatted(i, identity(client)),
                    "cmdb.local.identities[%d].client-account=%s".formatted(i, slug(client)),
                    "cmdb.local.identities[%d].directory-tenant-id=%s".formatted(i, DIRECTORY),
                    "cmdb.local.identities[%d].object-id=%s".formatted(i, Dataset.clientId(client)),
                    "cmdb.local.identities[%d].role=agent".formatted(i)));
        }
        return start(
                server,
                database,
                settings,
                context -> context.getBeanFactory().registerSingleton("benchmarkEmbeddingModel", model));
    }

    /** Starts the service with a model of its own. */
    static RunningService start(DatabaseServer server, String database, List<String> embeddingSettings)
            throws IOException {
        return start(server, database, embeddingSettings, context -> {});
    }

    private static RunningService start(
            DatabaseServer server,
            String database,
            List<String> furtherSettings,
            ApplicationContextInitializer<ConfigurableApplicationContext> initializer)
            throws IOException {
        int port = freePort();
        List<String> settings = new ArrayList<>(List.of(
                "server.port=" + port,
                "cmdb.sample-estate.enabled=false",
                // Maintenance runs when the benchmark says so, not in the middle of a measurement.
                "cmdb.search.index.schedule=-",
                "cmdb.search.audit.schedule=-",
                "cmdb.embedding.job.schedule=-",
                "cmdb.embedding.prompt.enabled=false",
                "cmdb.duplicates.schedule=-",
                // What the server gives every other system's builds.
                "cmdb.search.index.maintenance-memory-mb=" + TemporaryServer.maintenanceMegabytes(),
                "cmdb.database.url=" + server.url(database),
                "cmdb.local.token-lifetime=24h"));
        settings.addAll(login("owner", server.owner()));
        settings.addAll(login("application", server.application()));
        settings.addAll(furtherSettings);
        SpringApplication application = new SpringApplication(CmdbSimilarityApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setAdditionalProfiles("local");
        StatementRecorder recorder = new StatementRecorder();
        application.addInitializers(
                initializer, context -> context.getBeanFactory().addBeanPostProcessor(recorder));
        ConfigurableApplicationContext context =
                application.run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
        return new RunningService(context, URI.create("http://localhost:" + port), recorder);
    }

    static String slug(int client) {
        return "client-" + client;
    }

    static String identity(int client) {
        return "benchmark-" + client;
    }

    /** The secret of a client. The issuer requires a different one for each. */
    static String secret(int client) {
        return "benchmark-only-" + client;
    }

    URI address() {
        return address;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The statements that the service prepares with its application's login while this thread does that work. */
    List<SentStatement> sentDuring(Runnable work) {
        return recorder.during(work);
    }

    EmbeddingSpace space() {
        return bean(EmbeddingSpaces.class).common();
    }

    @Override
    public void close() {
        context.close();
    }

    private static List<String> login(String role, Login login) {
        return List.of(
                "cmdb.database." + role + ".username=" + login.user(),
                "cmdb.database." + role + ".password=" + login.password());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
