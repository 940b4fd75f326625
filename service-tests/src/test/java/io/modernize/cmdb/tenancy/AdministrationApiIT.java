package io.modernize.cmdb.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.gate.FrugalServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Administration as people do it: over HTTP, with tokens of the embedded issuer. */
@FrugalServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationApiIT {
    private static final Cast CAST = Cast.ADMINISTRATION;
    private static final String RESULT = " { errors { code field } } ";
    private static final String GRANTED = " { membership { id } errors { code field } } ";
    private static final PrincipalIdentity ADMINISTRATOR = CAST.identity("0001", "a1");
    private static final PrincipalIdentity STRANGER = CAST.identity("0009", "f1");
    private static final PrincipalIdentity VIEWER = CAST.identity("0001", "d1");

    @Autowired
    private ServiceUnderTest service;

    private final Map<String, String> tokens = new HashMap<>();

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private JdbcClient jdbc;

    private ClientAccount northwind;
    private Engagement exit;

    /** A new client account, which takes the place of the one before. */
    @BeforeEach
    void beginAnew() {
        String slug = "northwind-" + UUID.randomUUID().toString().substring(0, 8);
        northwind = registry.ensureClientAccount(new Slug(slug), "Northwind Traders");
        exit = registry.ensureEngagement(northwind.id(), new Slug("exit"), "Exit");
        registry.ensureEngagement(northwind.id(), new Slug("erp"), "ERP");
        registry.saveMembership(
                new Membership(ADMINISTRATOR, northwind.id(), Role.ADMINISTRATOR, new EngagementSelection.All()));
        ClientAccount harbor = registry.ensureClientAccount(CAST.slug("harbor"), "Harbor Logistics");
        registry.saveMembership(new Membership(
                CAST.identity("0002", "a2"), harbor.id(), Role.ADMINISTRATOR, new EngagementSelection.All()));
        catalog.save(
                TenantScope.forJob(northwind.id(), exit.id()),
                exit.id(),
                List.of(new AssetDraft(
                        new AssetKey("servicenow", "1"),
                        AssetAttributes.named("oracle-prod-01").build())));
    }

    @Test
    void letsWhoIsGrantedSearchAtOnceAndWhoIsRevokedNoMore() {
        String search =
                "{ findSimilarAssets(queryText: \"oracle-prod-01\", mode: LEXICAL) { hits { asset { name } } } }";
        assertThat(errorOf(stranger(search))).isEqualTo("NOT_A_MEMBER");

        String id = mutate("grantMembership(input: {directoryTenantId: \"%s\", objectId: \"%s\", role: ANALYST,"
                                .formatted(STRANGER.directoryTenantId(), STRANGER.objectId())
                        + " engagementIds: [\"" + exit.id() + "\"], label: \"Jane\"})")
                .at("/membership/id")
                .asString();
        assertThat(stranger(search)
                        .json()
                        .at("/data/findSimilarAssets/hits/0/asset/name")
                        .asString())
                .isEqualTo("oracle-prod-01");
        assertThat(stranger("{ me { role engagements { slug } } }").body())
                .contains("ANALYST", "exit")
                .doesNotContain("erp");

        mutate("changeMembership(input: {id: \"" + id + "\", role: VIEWER})");
        assertThat(errorOf(stranger(search))).isEqualTo("NOT_PERMITTED");
        assertThat(stranger("{ engagements { slug } }").body()).contains("exit", "erp");

        mutate("revokeMembership(input: {id: \"" + id + "\"})");
        assertThat(errorOf(stranger(search))).isEqualTo("NOT_A_MEMBER");

        JsonNode events = log();
        assertThat(events.valueStream()
                        .map(event -> event.path("action").asString() + " "
                                + event.path("outcome").asString()))
                .containsExactly("REVOKE_MEMBERSHIP DONE", "CHANGE_MEMBERSHIP DONE", "GRANT_MEMBERSHIP DONE");
        assertThat(events.valueStream()).allSatisfy(event -> {
            assertThat(event.path("subject").asString()).isEqualTo(id);
            assertThat(event.at("/actor/objectId").asString())
                    .isEqualTo(ADMINISTRATOR.objectId().toString());
            assertThat(event.path("remoteAddress").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
            assertThat(event.path("requestId").asString()).isNotBlank();
            assertThat(event.path("userAgent").asString()).isEqualTo("an administrator's browser");
        });
        assertThat(events.path(1).path("before").toString())
                .contains("ANALYST", exit.id().toString());
        assertThat(events.path(1).path("after").toString()).contains("VIEWER", "\"all\"");
    }

    @Test
    void keepsALastAdministratorWhateverIsAskedAtOnce() throws Exception {
        String own = membershipOf(ADMINISTRATOR);
        assertThat(mutate("revokeMembership(input: {id: \"" + own + "\"})")
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("LAST_ADMINISTRATOR");

        registry.saveMembership(
                new Membership(STRANGER, northwind.id(), Role.ADMINISTRATOR, new EngagementSelection.All()));
        String other = membershipOf(STRANGER);
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            List<Callable<Answer>> calls = List.of(
                    () -> administrator(
                            "mutation { result: revokeMembership(input: {id: \"" + other + "\"})" + RESULT + "}"),
                    () -> stranger("mutation { result: changeMembership(input: {id: \"" + own + "\", role: VIEWER})"
                            + RESULT + "}"));
            List<String> answers = callers.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .map(Answer::body)
                    .toList();

            // Whoever comes second is refused, as no administrator any more or because nobody else is one.
            assertThat(answers)
                    .filteredOn(body -> body.contains("LAST_ADMINISTRATOR")
                            || body.contains("NOT_PERMITTED")
                            || body.contains("NOT_A_MEMBER"))
                    .hasSize(1);
        }
    }

    @Test
    void writesDownWhatWasRefused() {
        registry.saveMembership(new Membership(VIEWER, northwind.id(), Role.VIEWER, new EngagementSelection.All()));
        String viewer = token("viewer");

        assertThat(errorOf(service.graphQl(
                        headers(viewer),
                        "mutation { startOffboarding(input: {engagementId: \"%s\", confirm: \"exit\"}) { __typename } }"
                                .formatted(exit.id()),
                        Map.of())))
                .isEqualTo("NOT_PERMITTED");
        mutate("createEngagement(input: {slug: \"exit\", name: \"Again\"})");
        assertThat(service.post(
                                "/imports/uploads?engagementId=" + exit.id() + "&fileName=servers.csv",
                                headers(viewer),
                                "name\n")
                        .status())
                .isEqualTo(403);

        assertThat(log().valueStream()
                        .map(event -> event.path("action").asString() + " "
                                + event.path("outcome").asString() + " "
                                + event.path("code").asString() + " "
                                + event.at("/actor/objectId").asString()))
                .containsExactly(
                        "UPLOAD_FILE REFUSED NOT_PERMITTED " + VIEWER.objectId(),
                        "CREATE_ENGAGEMENT REFUSED SLUG_TAKEN " + ADMINISTRATOR.objectId(),
                        "START_OFFBOARDING REFUSED NOT_PERMITTED " + VIEWER.objectId());
    }

    @Test
    void writesDownUploadsAndJobsAndLetsThemBeSeenByTheirOwnOnly() {
        Answer upload = service.post(
                "/imports/uploads?engagementId=" + exit.id() + "&fileName=servers.csv",
                headers(token("northwind-agent")),
                "name\nweb-01\n");
        String uploadId = upload.json().path("uploadId").asString();
        mutate("startImport(input: {engagementId: \"%s\", uploadId: \"%s\", deleteMissing: true})"
                .formatted(exit.id(), uploadId));
        String job = administrator("{ jobs { nodes { id } } }")
                .json()
                .at("/data/jobs/nodes/0/id")
                .asString();
        mutate("stopJob(input: {id: \"" + job + "\"})");
        mutate("restartJob(input: {id: \"" + job + "\"})");

        JsonNode events = log();
        assertThat(events.valueStream()
                        .map(event -> event.path("action").asString() + " "
                                + event.path("subject").asString()))
                .containsExactly(
                        "RESTART_JOB " + job, "STOP_JOB " + job, "START_IMPORT " + job, "UPLOAD_FILE " + uploadId);
        assertThat(events.path(2).path("after").toString())
                .contains(uploadId, "IMPORT", exit.id().toString());
        assertThat(events.path(3).path("after").toString()).contains("servers.csv");
        String foreign = service.graphQl(
                        Map.of("Authorization", "Bearer " + token("harbor-agent")),
                        "{ auditLog(first: 100) { nodes { id subject } } memberships { nodes { objectId } } }",
                        Map.of())
                .body();
        assertThat(foreign)
                .contains(CAST.identity("0002", "a2").objectId().toString())
                .doesNotContain(job, uploadId, ADMINISTRATOR.objectId().toString());
        events.valueStream()
                .forEach(event ->
                        assertThat(foreign).doesNotContain(event.path("id").asString()));
    }

    @Test
    void showsNoLogWithoutAContext() {
        mutate("renameClientAccount(input: {name: \"Northwind AG\"})");

        assertThat(jdbc.sql("select count(*) from audit_events")
                        .query(Long.class)
                        .single())
                .as("without a context")
                .isZero();
        assertThat(log().path(0).path("before").toString()).contains("Northwind Traders");
    }

    private JsonNode mutate(String mutation) {
        Answer answer = administrator(
                "mutation { result: " + mutation + (mutation.startsWith("grantMembership") ? GRANTED : RESULT) + "}");
        assertThat(answer.json().path("errors").isMissingNode())
                .as(answer.body())
                .isTrue();
        return answer.json().at("/data/result");
    }

    private JsonNode log() {
        return administrator("""
            { auditLog(first: 100) { nodes { id action outcome code subject remoteAddress requestId userAgent
                actor { kind objectId } before { name value } after { name value } } } }
            """).json().at("/data/auditLog/nodes");
    }

    private String membershipOf(PrincipalIdentity identity) {
        return administrator("{ memberships(first: 100) { nodes { id objectId } } }")
                .json()
                .at("/data/memberships/nodes")
                .valueStream()
                .filter(membership -> membership
                        .path("objectId")
                        .asString()
                        .equals(identity.objectId().toString()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private Answer administrator(String document) {
        return service.graphQl(headers(token("northwind-agent")), document, Map.of());
    }

    private Answer stranger(String document) {
        return service.graphQl(headers(token("stranger")), document, Map.of());
    }

    private Map<String, String> headers(String token) {
        return Map.of(
                "Authorization",
                "Bearer " + token,
                "X-Client-Account-Id",
                northwind.id().toString(),
                "User-Agent",
                "an administrator's browser");
    }

    private String token(String client) {
        return tokens.computeIfAbsent(client, name -> CAST.signIn(service, name));
    }

    private static String errorOf(Answer answer) {
        return answer.json().at("/errors/0/extensions/code").asString();
    }
}
