package io.modernize.cmdb.tenancy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Limits of rate, time and subscriptions, over real HTTP. */
@FrugalServiceTest
class ApiLimitsIT {
    private static final Cast CAST = Cast.LIMITS;

    /** More than any limit here lets through. */
    private static final int MANY = 1_000;

    private static final String SEARCH = "{ findSimilarAssets(queryText: \"x\") { candidates } }";

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private TestDatabase database;

    @Autowired
    private ClientAccountRegistry registry;

    @BeforeEach
    void createClients() {
        GateEstate.northwind(registry, CAST);
        GateEstate.harbor(registry, CAST);
    }

    private Map<String, String> headers(String slug) {
        return Map.of("Authorization", "Bearer " + CAST.signIn(service, slug + "-agent"));
    }

    @Test
    void slowsDownAClientAccountAndAnIdentityAndNobodyElse() {
        Map<String, String> northwind = headers("northwind");

        Answer ofAccount = untilRefused(northwind, "client-account-points-per-minute");
        assertThat(ofAccount.status()).isEqualTo(429);
        assertThat(ofAccount.headers().get("retry-after")).isNotNull();
        assertThat(ofAccount.json().at("/errors/0/extensions/code").asString()).isEqualTo("RATE_LIMITED");
        assertThat(ofAccount.json().at("/errors/0/extensions/retryAfterSeconds").asInt())
                .isPositive();
        Answer ofIdentity = untilRefused(northwind, "identity-points-per-minute");
        assertThat(ofIdentity.status()).isEqualTo(429);
        assertThat(ofIdentity.headers().get("retry-after")).isNotNull();
        assertThat(ofIdentity.body()).contains("RATE_LIMITED");

        assertThat(service.graphQl(headers("harbor"), SEARCH, Map.of())
                        .json()
                        .path("errors")
                        .isMissingNode())
                .isTrue();
    }

    private Answer untilRefused(Map<String, String> headers, String limit) {
        for (int i = 0; i < MANY; i++) {
            Answer answer = service.graphQl(headers, SEARCH, Map.of());
            if (answer.body().contains("\"" + limit + "\"")) {
                return answer;
            }
        }
        throw new AssertionError(limit + " refuses nothing");
    }

    /** Held up by a lock, the statement would wait as long as the lock is held. */
    @Test
    void cancelsWhatTakesTooLong() throws Exception {
        Map<String, String> harbor = headers("harbor");
        try (Connection owner = DriverManager.getConnection(
                        database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table cmdb_assets, cmdb_asset_embeddings in access exclusive mode");

            Answer answer = service.graphQl(harbor, SEARCH, Map.of());

            assertThat(answer.json().at("/errors/0/extensions/code").asString())
                    .as(answer.body())
                    .isEqualTo("REQUEST_TIMED_OUT");
            assertThat(answer.json().at("/errors/0/extensions/maximum").asInt()).isEqualTo(5_000);
            owner.rollback();
        }
        assertThat(service.graphQl(harbor, SEARCH, Map.of())
                        .json()
                        .path("errors")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void countsSubscriptionsUntilTheyEnd() throws Exception {
        Map<String, String> third = Map.of("Authorization", "Bearer " + CAST.signIn(service, "consultant"));
        String job = service.graphQl(
                        third,
                        "mutation ($e: ID!) { startEmbedding(input: {engagementId: $e}) { job { id } } }",
                        Map.of("e", GateEstate.third(registry, CAST).id().toString()))
                .json()
                .at("/data/startEmbedding/job/id")
                .asString();
        String subscription = "subscription { jobProgress(id: \"" + job + "\") { status } }";

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = client.send(request(third, subscription), BodyHandlers.ofInputStream());
            assertThat(firstEvent(stream.body())).as("the first is under way").contains("QUEUED");
            String second = service.events(third, subscription);
            assertThat(second).contains("TOO_MANY_SUBSCRIPTIONS", "subscriptions-per-identity");
            stream.body().close();
            client.shutdownNow();
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            // Noticed with the next byte that keeps it alive.
            Await.until("the slot of the one that is gone is free", () -> isServed(client, third, subscription));
            client.shutdownNow();
        }
    }

    private boolean isServed(HttpClient client, Map<String, String> headers, String subscription) {
        try (InputStream events = client.send(request(headers, subscription), BodyHandlers.ofInputStream())
                .body()) {
            return firstEvent(events).contains("QUEUED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What keeps the connection alive may come before it, and is passed over. */
    private static String firstEvent(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .orElse("");
    }

    private HttpRequest request(Map<String, String> headers, String subscription) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + service.port() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", subscription))));
        headers.forEach(request::header);
        return request.build();
    }
}
