package io.modernize.cmdb.tenancy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One client account does its worst, and another one is served. */
@FrugalServiceTest
class FairSharesIT {
    private static final Cast CAST = Cast.SHARES;

    /** Two are executed, one waits. */
    private static final int SERVED = 3;

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private TestDatabase database;

    @Autowired
    private ClientAccountRegistry registry;

    private Engagement northwind;

    @BeforeEach
    void createClients() {
        northwind = GateEstate.northwind(registry, CAST);
        GateEstate.harbor(registry, CAST);
    }

    private Map<String, String> headers(String slug) {
        return Map.of("Authorization", "Bearer " + CAST.signIn(service, slug + "-agent"));
    }

    /** The requests of one client account wait for a lock, which is held until another one has its answer. */
    @Test
    void servesAClientAccountWhileTheRequestsOfAnotherOneAreStuck() throws Exception {
        Map<String, String> stuck = headers("northwind");
        Map<String, String> harbor = headers("harbor");
        try (Connection owner = DriverManager.getConnection(
                        database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                Statement statement = owner.createStatement();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            owner.setAutoCommit(false);
            // Rows can be read, and none can be written.
            statement.execute("lock table client_accounts in share mode");
            List<CompletableFuture<Answer>> answers = IntStream.rangeClosed(0, SERVED)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> rename(stuck), callers))
                    .toList();

            Await.until("one request is too many", () -> answers.stream().anyMatch(CompletableFuture::isDone));
            Answer refused = answers.stream()
                    .filter(CompletableFuture::isDone)
                    .findFirst()
                    .orElseThrow()
                    .join();
            Answer other = service.graphQl(harbor, "{ me { role } engagements { slug } }", Map.of());
            owner.rollback();

            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().get("retry-after")).containsExactly("1");
            assertThat(refused.json().at("/errors/0/extensions/code").asString())
                    .isEqualTo("OVERLOADED");
            assertThat(other.json().path("errors").isMissingNode())
                    .as(other.body())
                    .isTrue();
            answers.forEach(CompletableFuture::join);
        }
        assertThat(rename(stuck).status()).as("all places are back").isEqualTo(200);
    }

    private Answer rename(Map<String, String> headers) {
        return service.graphQl(
                headers,
                "mutation { renameClientAccount(input: {name: \"Northwind AG\"}) { errors { code } } }",
                Map.of());
    }

    @Test
    void givesNothingOfAnAnswerThatIsTooLarge() {
        String roles = IntStream.range(0, 80).mapToObj(i -> "r" + i + ": role").collect(Collectors.joining(" "));
        String me =
                IntStream.range(0, 10).mapToObj(i -> "m" + i + ": me { ...F }").collect(Collectors.joining(" "));

        Answer answer =
                service.graphQl(headers("harbor"), "{ " + me + " } fragment F on Me { " + roles + " }", Map.of());

        assertThat(answer.json().at("/errors/0/extensions/code").asString())
                .as(answer.body())
                .isEqualTo("ANSWER_TOO_LARGE");
        assertThat(answer.json().path("data").isMissingNode()
                        || answer.json().path("data").isNull())
                .isTrue();
    }

    /** The job never runs, so no event would end the stream. */
    @Test
    void endsTheStreamOfAMemberWhoseMembershipIsRevoked() throws Exception {
        registry.saveMembership(new Membership(
                CAST.identity("0001", "c1"), northwind.clientAccountId(), Role.ANALYST, new EngagementSelection.All()));
        Map<String, String> administrator = headers("northwind");
        Map<String, String> member = headers("one-engagement");
        String job = service.graphQl(administrator, "mutation { startAudit { job { id } } }", Map.of())
                .json()
                .at("/data/startAudit/job/id")
                .asString();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + service.port() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("query", "subscription { jobProgress(id: \"" + job + "\") { status } }"))));
        member.forEach(request::header);

        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader events = new BufferedReader(new InputStreamReader(
                        client.send(request.build(), BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            assertThat(nextEvent(events)).contains("QUEUED");
            revokeAnalysts(administrator);

            assertThat(nextEvent(events)).contains("NOT_A_MEMBER");
        }
    }

    private void revokeAnalysts(Map<String, String> administrator) {
        for (JsonNode membership : service.graphQl(
                        administrator, "{ memberships(first: 100) { nodes { id role } } }", Map.of())
                .json()
                .at("/data/memberships/nodes")) {
            if (membership.path("role").asString().equals("ANALYST")) {
                Answer revoked = service.graphQl(
                        administrator,
                        "mutation ($id: ID!) { revokeMembership(input: {id: $id}) { errors { code } } }",
                        Map.of("id", membership.path("id").asString()));
                assertThat(revoked.json().at("/data/revokeMembership/errors").size())
                        .as(revoked.body())
                        .isZero();
            }
        }
    }

    /** What keeps the connection alive comes between events, and is passed over. */
    private static String nextEvent(BufferedReader events) {
        return events.lines()
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .orElse("");
    }
}
