package io.modernize.cmdb.operations.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.operations.isolation.Estate.Client;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.FreePort;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The whole service with three client accounts of three engagements each, filled through its own API. One for all
 * subclasses: a client account that a test needs for itself is not among these three.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles({"local", "isolation"})
@Import(WholeService.Recording.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WholeService {
    private static final int PORT = FreePort.find();
    private static final TestDatabase DATABASE = TestDatabase.shared().createMigrated();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    /** Filled by whichever subclass comes first. */
    private static @Nullable List<Client> estate;

    final ServiceUnderTest service = ServiceUnderTest.at(PORT);

    @Autowired
    ClientAccountRegistry registry;

    @Autowired
    StatementRecorder recorder;

    @Autowired
    @Qualifier("requestsPool")
    private DataSource requests;

    @Autowired
    @Qualifier("backgroundPool")
    private DataSource background;

    @Autowired
    private GraphQlSource graphQl;

    @TestConfiguration(proxyBeanMethods = false)
    static class Recording {
        @Bean
        static StatementRecorder statementRecorder() {
            return new StatementRecorder();
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        DATABASE.properties().forEach((name, value) -> settings.add(name, () -> value));
        Identities.settings().forEach((name, value) -> settings.add(name, () -> value));
        settings.add("cmdb.import.reports-directory", () -> "target/import-reports");
        settings.add("cmdb.export.directory", () -> "target/exports");
        // A million random operations take longer than an hour.
        settings.add("cmdb.local.token-lifetime", () -> "12h");
        settings.add("cmdb.jobs.poll-interval", () -> "200ms");
        // So that a few dozen assets are enough for every kind of search plan.
        settings.add("cmdb.search.plan.candidate-limit", () -> "10");
        settings.add("cmdb.search.index.promote-rows", () -> "30");
        // Every field of a type at once is more than anybody needs.
        settings.add("cmdb.api.limits.complexity", () -> "1000000");
        settings.add("cmdb.api.limits.aliases", () -> "1000");
        settings.add("cmdb.search.index.schedule", () -> "-");
        settings.add("cmdb.search.audit.schedule", () -> "-");
    }

    @BeforeAll
    final void fill() {
        synchronized (WholeService.class) {
            if (estate == null) {
                List<Client> clients = new ArrayList<>();
                Estate.SLUGS.forEach(slug -> clients.add(found(slug)));
                estate = List.copyOf(clients);
            }
        }
    }

    static TestDatabase database() {
        return DATABASE;
    }

    List<Client> clients() {
        return Objects.requireNonNull(estate, "filled before the first test");
    }

    private Client found(String slug) {
        ClientAccount account = registry.ensureClientAccount(new Slug(slug), slug + " Incorporated");
        List<Engagement> engagements = Estate.ENGAGEMENTS.stream()
                .map(name -> registry.ensureEngagement(account.id(), new Slug(name), name))
                .toList();
        Client client = new Client(account, engagements);
        for (Role role : Role.values()) {
            grant(
                    Identities.name(slug, role),
                    client,
                    role,
                    // Analysts see the first engagement only.
                    role == Role.ANALYST
                            ? new EngagementSelection.Only(
                                    Set.of(engagements.getFirst().id()))
                            : new EngagementSelection.All());
        }
        if (!slug.equals("cedar")) {
            grant(Identities.CONSULTANT, client, Role.ANALYST, new EngagementSelection.All());
        }
        Map<String, String> administrator = as(Identities.name(slug, Role.ADMINISTRATOR));
        for (Engagement engagement : engagements) {
            importFile(
                    administrator,
                    engagement,
                    Estate.file(slug, engagement.slug().value()));
            finish(administrator, "startEmbedding(input: {engagementId: \"" + engagement.id() + "\"})");
            finish(administrator, "startDuplicateSearch(input: {engagementId: \"" + engagement.id() + "\"})");
        }
        return client;
    }

    void grant(String identity, Client client, Role role, EngagementSelection engagements) {
        registry.saveMembership(
                new Membership(Identities.of(identity), client.account().id(), role, engagements));
    }

    /** The headers of somebody who is a member of one client account. */
    Map<String, String> as(String identity) {
        String token = TOKENS.computeIfAbsent(identity, name -> service.signIn(name, Identities.secret(name)));
        return Map.of("Authorization", "Bearer " + token);
    }

    Map<String, String> as(String identity, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(as(identity));
        headers.putAll(more);
        return headers;
    }

    /** The id of the upload. */
    String upload(Map<String, String> headers, Engagement engagement, String content) {
        Answer answer = service.post(
                "/imports/uploads?engagementId=" + engagement.id() + "&fileName=assets.jsonl", headers, content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("uploadId").asString();
    }

    JsonNode importFile(Map<String, String> headers, Engagement engagement, String content) {
        return finish(
                headers,
                "startImport(input: {engagementId: \"%s\", uploadId: \"%s\"})"
                        .formatted(engagement.id(), upload(headers, engagement, content)));
    }

    /** Starts the job and waits for its end. */
    JsonNode finish(Map<String, String> headers, String mutation) {
        Answer answer = service.graphQl(headers, "mutation { result: " + mutation + " { job { id } } }", Map.of());
        String id = answer.json().at("/data/result/job/id").asString("");
        assertThat(id).as(answer.body()).isNotEmpty();
        JsonNode job = Await.until(
                "a job has ended",
                () -> service.graphQl(
                                headers,
                                "query ($id: ID!) { job(id: $id) { id kind status message engagement { id } } }",
                                Map.of("id", id))
                        .json()
                        .at("/data/job"),
                current -> !Set.of("QUEUED", "RUNNING")
                        .contains(current.path("status").asString()));
        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("COMPLETED");
        return job;
    }

    /** An identifier of each kind that lies in the engagement. */
    Function<IdKind, String> idsIn(Map<String, String> headers, Engagement engagement) {
        Map<IdKind, String> ids = new EnumMap<>(IdKind.class);
        ids.put(IdKind.ENGAGEMENT, engagement.id().toString());
        ids.put(IdKind.UPLOAD, upload(headers, engagement, "{}"));
        String in = "(engagementId: \"" + engagement.id() + "\"";
        ids.put(
                IdKind.ASSET,
                found(
                        headers,
                        "findSimilarAssets" + in + ", queryText: \"oracle\", mode: LEXICAL) { hits { asset { id } } }",
                        "/hits/0/asset/id"));
        ids.put(
                IdKind.DUPLICATE_GROUP,
                found(headers, "duplicateGroups" + in + ", includeDismissed: true) { nodes { id } }", "/nodes/0/id"));
        ids.put(IdKind.JOB, found(headers, "jobs" + in + ") { nodes { id } }", "/nodes/0/id"));
        ids.put(IdKind.IMPORT, found(headers, "imports" + in + ") { nodes { id } }", "/nodes/0/id"));
        ids.put(IdKind.MEMBERSHIP, member(headers, engagement));
        ids.put(IdKind.AUDIT_EVENT, found(headers, "auditLog(first: 1) { nodes { id } }", "/nodes/0/id"));
        ids.put(IdKind.IDENTITY, UUID.randomUUID().toString());
        return kind -> Objects.requireNonNull(ids.get(kind), kind::name);
    }

    /** The membership of somebody whom nobody will miss. */
    private String member(Map<String, String> headers, Engagement engagement) {
        Answer answer = service.graphQl(
                headers,
                "mutation { result: grantMembership(input: {directoryTenantId: \"%s\", objectId: \"%s\", role: VIEWER, engagementIds: [\"%s\"]}) { membership { id } } }"
                        .formatted(UUID.randomUUID(), UUID.randomUUID(), engagement.id()),
                Map.of());
        String id = answer.json().at("/data/result/membership/id").asString("");
        assertThat(id).as(answer.body()).isNotEmpty();
        return id;
    }

    private String found(Map<String, String> headers, String query, String pointer) {
        Answer answer = service.graphQl(headers, "{ result: " + query + " }", Map.of());
        String id = answer.json().at("/data/result" + pointer).asString("");
        assertThat(id).as(answer.body()).isNotEmpty();
        return id;
    }

    /** Every field that a request can begin with, except subscriptions. */
    List<RootField> rootFields() {
        GraphQLSchema schema = graphQl.schema();
        List<RootField> fields = new ArrayList<>();
        addFields(fields, "query", schema.getQueryType(), schema);
        addFields(fields, "mutation", Objects.requireNonNull(schema.getMutationType()), schema);
        return fields;
    }

    RootField rootField(String name) {
        return rootFields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void addFields(
            List<RootField> fields, String operation, GraphQLObjectType type, GraphQLSchema schema) {
        FullSelection selection = new FullSelection(schema);
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            fields.add(new RootField(operation, field, selection.of(field)));
        }
    }

    /** A server that somebody named may lack it, or not let us have it. */
    static boolean canReportPlans() {
        try (Connection connection = DATABASE.adminDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether PostgreSQL reports the plans of what is sent; connections that are open begin anew. */
    void reportPlans(boolean on) throws SQLException {
        try (Connection connection = DATABASE.adminDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            // The names of its settings are known to those only who have loaded it.
            statement.execute("load 'auto_explain'");
            for (String role : List.of(DATABASE.applicationUser(), DATABASE.ownerUser())) {
                if (on) {
                    statement.execute("alter role " + role + " set session_preload_libraries = 'auto_explain'");
                    statement.execute("alter role " + role + " set auto_explain.log_min_duration = 0");
                    statement.execute("alter role " + role + " set auto_explain.log_format = 'json'");
                    statement.execute("alter role " + role + " set auto_explain.log_verbose = on");
                    statement.execute("alter role " + role + " set auto_explain.log_nested_statements = on");
                    statement.execute("alter role " + role + " set auto_explain.log_level = 'notice'");
                } else {
                    statement.execute("alter role " + role + " set auto_explain.log_min_duration = -1");
                }
            }
        }
        for (DataSource pool : List.of(requests, background)) {
            pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        }
    }
}
