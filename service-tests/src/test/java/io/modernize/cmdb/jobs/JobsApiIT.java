package io.modernize.cmdb.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceTest;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.testsupport.Await;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Jobs as people start and watch them: over HTTP, with tokens of the embedded issuer. */
@ServiceTest
@TestPropertySource(properties = {"cmdb.embedding.prompt.enabled=true", "cmdb.api.limits.complexity=10000"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsApiIT {
    private static final Cast CAST = Cast.JOBS;
    private static final String JOB =
            "id kind status engagement { id } read written skipped failed total message requestedBy"
                    + " stopRequested queuedAt startedAt endedAt";
    private static final String STARTED = "{ job { " + JOB + " } errors { code } }";
    private static final String ERROR = "{ errors { code message field remedy } }";
    private static final String CHANGED = "{ job { " + JOB + " } errors { code } }";

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private ClientAccountRegistry registry;

    private Tenant northwind;
    private Tenant harbor;

    /** A client account with an administrator of its own. */
    private record Tenant(ClientAccount account, Engagement engagement, Map<String, String> headers) {
        String engagementId() {
            return engagement.id().toString();
        }
    }

    @BeforeEach
    void beginAnew() {
        northwind = tenant("northwind-agent", "northwind", "0001", "a1");
        harbor = tenant("harbor-agent", "harbor", "0002", "a2");
    }

    private Tenant tenant(String client, String slug, String directory, String object) {
        ClientAccount account = registry.ensureClientAccount(CAST.slug(slug), slug);
        Engagement engagement = registry.ensureEngagement(
                account.id(), new Slug("e-" + UUID.randomUUID().toString().substring(0, 8)), "exit");
        grant(account, directory, object, Role.ADMINISTRATOR, new EngagementSelection.All());
        return new Tenant(account, engagement, headers(CAST.signIn(service, client)));
    }

    private void grant(
            ClientAccount account, String directory, String object, Role role, EngagementSelection engagements) {
        registry.saveMembership(new Membership(CAST.identity(directory, object), account.id(), role, engagements));
    }

    private static Map<String, String> headers(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private String upload(Tenant tenant, String fileName, String content) {
        Answer answer = service.post(
                "/imports/uploads?engagementId=" + tenant.engagementId() + "&fileName=" + fileName,
                tenant.headers(),
                content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("uploadId").asString();
    }

    private static String assets(int count, String description) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"externalKey\":\"key-%d\",\"name\":\"server-%d\",\"description\":\"%s %d\"}%n"
                    .formatted(i, i, description, i));
        }
        return lines.toString();
    }

    private JsonNode mutate(Tenant tenant, String mutation) {
        Answer answer = service.graphQl(tenant.headers(), "mutation { result: " + mutation + " }", Map.of());
        assertThat(answer.json().path("errors").isMissingNode())
                .as(answer.body())
                .isTrue();
        return answer.json().at("/data/result");
    }

    private String errorOf(Tenant tenant, String operation) {
        return service.graphQl(tenant.headers(), operation, Map.of())
                .json()
                .at("/errors/0/extensions/code")
                .asString();
    }

    private JsonNode job(Tenant tenant, String id) {
        return service.graphQl(tenant.headers(), "query ($id: ID!) { job(id: $id) { " + JOB + " } }", Map.of("id", id))
                .json()
                .at("/data/job");
    }

    private JsonNode awaitEnd(Tenant tenant, String id) {
        return Await.until(
                "a job or what follows it is over",
                () -> job(tenant, id),
                job -> !Set.of("QUEUED", "RUNNING").contains(job.path("status").asString()));
    }

    private JsonNode coverage(Tenant tenant) {
        return service.graphQl(
                        tenant.headers(),
                        "query ($e: ID!) { embeddingCoverage(engagementId: $e)"
                                + " { assets current missing stale refused dueSince dueSeconds } }",
                        Map.of("e", tenant.engagementId()))
                .json()
                .at("/data/embeddingCoverage/0");
    }

    private JsonNode importFile(Tenant tenant, String content) {
        JsonNode started = mutate(
                tenant,
                "startImport(input: {engagementId: \"%s\", uploadId: \"%s\"}) %s"
                        .formatted(tenant.engagementId(), upload(tenant, "servers.jsonl", content), STARTED));
        assertThat(started.path("errors").size()).as(started.toString()).isZero();
        return awaitEnd(tenant, started.at("/job/id").asString());
    }

    @Test
    void importsAnUploadedFileAndEmbedsItsAssetsWithoutBeingAskedTo() {
        JsonNode job = importFile(northwind, assets(40, "oracle database"));

        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("COMPLETED");
        assertThat(job.path("read").asInt()).isEqualTo(40);
        assertThat(job.path("written").asInt()).isEqualTo(40);
        assertThat(job.path("message").asString()).startsWith("servers.jsonl").contains("40 created");
        JsonNode coverage = Await.until(
                "a job or what follows it is over",
                () -> coverage(northwind),
                current -> current.path("current").asInt() == 40);
        assertThat(coverage.path("dueSince").isNull()).isTrue();

        JsonNode changed = importFile(northwind, assets(40, "renamed database"));
        assertThat(changed.path("written").asInt()).isEqualTo(40);
        Await.until(
                "a job or what follows it is over",
                () -> coverage(northwind),
                current -> current.path("current").asInt() == 40);
        assertThat(outstandingEvents()).as("followed up and forgotten").isZero();
    }

    @Autowired
    private JdbcClient jdbc;

    private long outstandingEvents() {
        return Await.until(
                "a job or what follows it is over",
                () -> jdbc.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single(),
                count -> count == 0);
    }

    @Test
    void refusesAFileThatIsNone() {
        JsonNode job = importFile(northwind, "not a file that anybody could import");

        assertThat(job.path("status").asString()).isEqualTo("FAILED");
        assertThat(job.path("message").asString()).contains("was refused");
    }

    @Test
    void runsEachKindOfJob() {
        importFile(northwind, assets(20, "proxy"));
        for (String mutation : List.of(
                "startEmbedding(input: {engagementId: \"" + northwind.engagementId() + "\"})",
                "startEmbedding",
                "startDuplicateSearch(input: {engagementId: \"" + northwind.engagementId() + "\"})",
                "startReindex",
                "startAudit")) {
            JsonNode started = mutate(northwind, mutation + " " + STARTED);
            JsonNode job = awaitEnd(northwind, started.at("/job/id").asString());

            assertThat(job.path("status").asString()).as(mutation + ": " + job).isEqualTo("COMPLETED");
        }
        JsonNode migration = awaitEnd(
                northwind,
                mutate(northwind, "startMigration " + STARTED).at("/job/id").asString());
        assertThat(migration.path("status").asString()).isEqualTo("FAILED");
        assertThat(migration.path("message").asString()).contains("cmdb.embedding.next.provider");
    }

    @Test
    void restartsWhatHasFailed() {
        JsonNode failed = awaitEnd(
                northwind,
                mutate(northwind, "startMigration " + STARTED).at("/job/id").asString());

        JsonNode restarted = mutate(
                northwind, "restartJob(input: {id: \"" + failed.path("id").asString() + "\"}) " + CHANGED);

        assertThat(restarted.path("errors").size()).as(restarted.toString()).isZero();
        assertThat(awaitEnd(northwind, failed.path("id").asString())
                        .path("status")
                        .asString())
                .isEqualTo("FAILED");
        JsonNode completed = importFile(northwind, assets(1, "web"));
        assertThat(mutate(
                                northwind,
                                "restartJob(input: {id: \""
                                        + completed.path("id").asString() + "\"}) " + CHANGED)
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("JOB_NOT_CHANGEABLE");
    }

    @Test
    void deletesAnEngagementOnTheWordOfWhoNamesIt() {
        importFile(northwind, assets(10, "web"));
        importFile(harbor, assets(10, "web"));
        String start = "startOffboarding(input: {engagementId: \"%s\", confirm: \"%s\", export: true}) %s";

        JsonNode wrong = mutate(northwind, start.formatted(northwind.engagementId(), "something else", ERROR));
        assertThat(wrong.at("/errors/0/code").asString()).isEqualTo("BAD_INPUT");
        assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("confirm");
        Await.until(
                "a job or what follows it is over",
                () -> coverage(northwind),
                current -> current.path("current").asInt() == 10);
        JsonNode started = mutate(
                northwind,
                start.formatted(
                        northwind.engagementId(), northwind.engagement().slug().value(), STARTED));
        JsonNode job = awaitEnd(northwind, started.at("/job/id").asString());

        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("COMPLETED");
        assertThat(job.path("message").asString()).contains("10 of cmdb_assets", "1 of engagements");
        assertThat(registry.findEngagement(
                        northwind.account().id(), northwind.engagement().slug()))
                .isEmpty();
        assertThat(coverage(harbor).path("assets").asInt()).isEqualTo(10);
    }

    @Test
    void answersForAnothersJobAsForNone() {
        String foreign = importFile(harbor, assets(3, "web")).path("id").asString();
        String absent = UUID.randomUUID().toString();
        for (String operation : List.of(
                "{ job(id: \"%s\") { id } }",
                "mutation { stopJob(input: {id: \"%s\"}) " + ERROR + " }",
                "mutation { restartJob(input: {id: \"%s\"}) " + ERROR + " }",
                "mutation { startImport(input: {engagementId: \"" + northwind.engagementId() + "\", uploadId: \"%s\"}) "
                        + ERROR + " }")) {
            Answer ofForeign = service.graphQl(northwind.headers(), operation.formatted(foreign), Map.of());
            Answer ofAbsent = service.graphQl(northwind.headers(), operation.formatted(absent), Map.of());

            assertThat(ofForeign.replacing(foreign, absent)).isEqualTo(ofAbsent);
        }
        String upload = upload(harbor, "servers.jsonl", assets(1, "web"));
        assertThat(mutate(
                                northwind,
                                "startImport(input: {engagementId: \"%s\", uploadId: \"%s\"}) %s"
                                        .formatted(northwind.engagementId(), upload, ERROR))
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("UPLOAD_UNKNOWN");
        assertThat(errorOf(
                        northwind,
                        "mutation { startEmbedding(input: {engagementId: \"" + harbor.engagementId()
                                + "\"}) { __typename } }"))
                .isEqualTo("ENGAGEMENT_UNKNOWN");
        Answer refusedUpload = service.post(
                "/imports/uploads?engagementId=" + harbor.engagementId() + "&fileName=servers.jsonl",
                northwind.headers(),
                "{}");
        assertThat(refusedUpload.status()).isEqualTo(404);
        assertThat(refusedUpload.json().path("code").asString()).isEqualTo("ENGAGEMENT_UNKNOWN");
    }

    @Test
    void showsEachClientAccountItsOwnJobsOnly() {
        String own = importFile(northwind, assets(1, "web")).path("id").asString();
        String foreign = importFile(harbor, assets(1, "web")).path("id").asString();

        String seen = service.graphQl(northwind.headers(), "{ jobs(first: 100) { nodes { id } } }", Map.of())
                .body();

        assertThat(seen).contains(own).doesNotContain(foreign);
    }

    @Test
    void asksForThePermissionOfTheKind() {
        grant(northwind.account(), "0009", "e1", Role.ANALYST, new EngagementSelection.All());
        grant(northwind.account(), "0001", "d1", Role.AGENT, new EngagementSelection.All());
        Tenant analyst =
                new Tenant(northwind.account(), northwind.engagement(), headers(CAST.signIn(service, "consultant")));
        Tenant agent = new Tenant(northwind.account(), northwind.engagement(), headers(CAST.signIn(service, "viewer")));
        String migration =
                mutate(northwind, "startMigration " + STARTED).at("/job/id").asString();
        awaitEnd(northwind, migration);

        assertThat(errorOf(analyst, "mutation { startReindex { __typename } }")).isEqualTo("NOT_PERMITTED");
        assertThat(errorOf(analyst, "mutation { restartJob(input: {id: \"" + migration + "\"}) { __typename } }"))
                .isEqualTo("NOT_PERMITTED");
        assertThat(errorOf(agent, "mutation { startEmbedding { __typename } }")).isEqualTo("NOT_PERMITTED");
        assertThat(errorOf(agent, "{ jobs { nodes { id } } }")).isEqualTo("NOT_PERMITTED");
        assertThat(service.post(
                                "/imports/uploads?engagementId=" + agent.engagementId() + "&fileName=a.csv",
                                agent.headers(),
                                "x")
                        .status())
                .isEqualTo(403);
        assertThat(mutate(analyst, "startEmbedding " + STARTED).at("/job/id").asString())
                .isNotEmpty();
    }

    @Test
    void doesNotExecuteWhatCannotBeStreamed() {
        String list = "{ jobs(first: 100) { nodes { id } } }";
        String before = service.graphQl(northwind.headers(), list, Map.of()).body();

        String events = service.events(northwind.headers(), "mutation { startAudit { job { id } } }");

        assertThat(events)
                .contains("ONLY_SUBSCRIPTIONS_ARE_STREAMED", "event:complete")
                .doesNotContain("\"job\"");
        assertThat(service.graphQl(northwind.headers(), list, Map.of()).body()).isEqualTo(before);
    }

    @Test
    void streamsWhyASubscriptionWasRefused() {
        String aliases = IntStream.range(0, 200).mapToObj(i -> "a" + i + ": id").collect(Collectors.joining(" "));
        String tooMany = "subscription { jobProgress(id: \"" + UUID.randomUUID() + "\") { " + aliases + " } }";
        String unknownField = "subscription { jobProgress(id: \"" + UUID.randomUUID() + "\") { color } }";

        assertThat(service.events(northwind.headers(), tooMany))
                .contains("TOO_MANY_ALIASES", "\"maximum\":100", "requestId", "event:complete");
        assertThat(service.events(northwind.headers(), unknownField)).contains("BAD_INPUT", "color", "event:complete");
    }

    @Test
    void answersNoSubscriptionAtOnce() {
        String subscription = "subscription { jobProgress(id: \"" + UUID.randomUUID() + "\") { status } }";

        assertThat(service.graphQl(northwind.headers(), subscription, Map.of())
                        .json()
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("SUBSCRIPTIONS_ARE_STREAMED");
    }

    @Test
    void streamsProgressToTheEnd() {
        JsonNode started = mutate(
                northwind,
                "startImport(input: {engagementId: \"%s\", uploadId: \"%s\"}) %s"
                        .formatted(
                                northwind.engagementId(),
                                upload(northwind, "servers.jsonl", assets(500, "web")),
                                STARTED));

        String events = service.events(
                northwind.headers(),
                "subscription { jobProgress(id: \"" + started.at("/job/id").asString()
                        + "\") { status read total engagement { id } } }");

        assertThat(events)
                .contains("\"status\":\"COMPLETED\"", "\"read\":500", "\"id\":\"" + northwind.engagementId() + "\"")
                .contains("event:complete")
                .doesNotContain("\"errors\"");
        assertThat(service.events(
                        harbor.headers(),
                        "subscription { jobProgress(id: \""
                                + started.at("/job/id").asString() + "\") { status } }"))
                .contains("JOB_UNKNOWN")
                .doesNotContain("COMPLETED");
    }
}
