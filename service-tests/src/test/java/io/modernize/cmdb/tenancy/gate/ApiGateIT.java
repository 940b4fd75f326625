package io.modernize.cmdb.tenancy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.gate.RawHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gate as strangers and callers meet it. */
@ClosedServiceTest
class ApiGateIT {
    private static final Cast CAST = Cast.GATE;
    private static final Pattern INTERNALS = Pattern.compile(
            "Exception|at (org|io|java|graphql|tools)\\.|org\\.|io\\.modernize|java\\.|SELECT |select ");

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private ClientAccountRegistry registry;

    private RawHttp http;
    private String token;
    private Engagement engagement;

    @BeforeEach
    void signIn() {
        http = new RawHttp(service.port(), 1 << 20);
        engagement = GateEstate.northwind(registry, CAST);
        token = CAST.signIn(service, "northwind-agent");
    }

    private Answer post(String body, String... headers) {
        return http.send("POST /graphql HTTP/1.1", authorized(headers), body.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> authorized(String... headers) {
        return Stream.concat(Stream.of("Authorization: Bearer " + token), Stream.of(headers))
                .toList();
    }

    private static final String JSON = "Content-Type: application/json";

    @Test
    void keepsAWellFormedRequestIdAndMakesAnotherOfAnyOther() {
        String query = "{\"query\":\"{ nothing }\"}";

        Answer kept = post(query, JSON, "X-Request-Id: ui-7.a_B");
        assertThat(kept.header("X-Request-Id")).contains("ui-7.a_B");
        assertThat(JsonMapper.shared()
                        .readTree(unchunked(kept.body()))
                        .at("/errors/0/extensions/requestId")
                        .asString())
                .isEqualTo("ui-7.a_B");
        for (String malformed : List.of("", "a b", "x".repeat(65), "<script>", "a;b", "é")) {
            assertThat(post(query, JSON, "X-Request-Id: " + malformed)
                            .header("X-Request-Id")
                            .orElseThrow())
                    .matches("[0-9a-f-]{36}");
        }
        assertThat(post(query, JSON, "X-Request-Id: first", "X-Request-Id: second")
                        .header("X-Request-Id"))
                .contains("first");
    }

    private static String unchunked(String body) {
        return body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
    }

    static Stream<String[]> problems() {
        String big = "X-Filler: " + "x".repeat(100_000);
        return Stream.of(
                new String[] {"GET /nothing HTTP/1.1", JSON, "", "404", "NOT_FOUND"},
                new String[] {"GET /error HTTP/1.1", JSON, "", "404", "NOT_FOUND"},
                new String[] {"DELETE /graphql HTTP/1.1", JSON, "", "405", "METHOD_NOT_ALLOWED"},
                new String[] {"GET /imports/uploads HTTP/1.1", JSON, "", "405", "METHOD_NOT_ALLOWED"},
                new String[] {"POST /graphql HTTP/1.1", "Content-Type: text/plain", "x", "415", "UNSUPPORTED_MEDIA_TYPE"
                },
                new String[] {
                    "POST /graphql HTTP/1.1", "Content-Type: multipart/form-data", "x", "415", "UNSUPPORTED_MEDIA_TYPE"
                },
                new String[] {
                    "POST /imports/uploads?fileName=a.csv HTTP/1.1",
                    "Content-Type: application/x-www-form-urlencoded",
                    "a=b",
                    "415",
                    "UNSUPPORTED_MEDIA_TYPE"
                },
                new String[] {
                    "POST /imports/uploads?fileName=a.csv HTTP/1.1",
                    "Content-Type: multipart/form-data; boundary=x",
                    "a=b",
                    "415",
                    "UNSUPPORTED_MEDIA_TYPE"
                },
                new String[] {"POST /graphql HTTP/1.1", JSON, "{\"query\":", "400", "MALFORMED_REQUEST"},
                new String[] {"POST /graphql HTTP/1.1", JSON, "", "400", "MALFORMED_REQUEST"},
                new String[] {"POST /graphql HTTP/1.1", JSON, "\"text\"", "400", "MALFORMED_REQUEST"},
                new String[] {"POST /graphql HTTP/1.1", JSON, "null", "400", "MALFORMED_REQUEST"},
                new String[] {"POST /graphql HTTP/1.1", JSON, "{}", "400", "MALFORMED_REQUEST"},
                new String[] {
                    "POST /graphql HTTP/1.1", JSON, "{\"query\":7,\"variables\":[]}", "400", "MALFORMED_REQUEST"
                },
                new String[] {"POST /graphql HTTP/1.1", JSON, "[{},{}]", "400", "BATCH_TOO_LARGE"},
                new String[] {
                    "POST /graphql HTTP/1.1",
                    JSON,
                    "{\"query\":\"" + "x".repeat(300_000) + "\"}",
                    "413",
                    "REQUEST_TOO_LARGE"
                },
                new String[] {"POST /graphql HTTP/1.1", big, "x", "400", "MALFORMED_REQUEST"},
                new String[] {"GET /a|b\"^ HTTP/1.1", JSON, "", "400", "MALFORMED_REQUEST"},
                new String[] {"POST /actuator/env HTTP/1.1", JSON, "", "403", "NOT_OPEN"});
    }

    @ParameterizedTest
    @MethodSource("problems")
    void answersWithAProblemDocument(String requestLine, String header, String body, String status, String code) {
        Answer answer = http.send(requestLine, authorized(header), body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(Integer.parseInt(status));
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(unchunked(answer.body()));
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(problem.path("requestId").asString())
                .isEqualTo(answer.header("X-Request-Id").orElseThrow());
        assertThat(answer.body()).doesNotContainPattern(INTERNALS);
    }

    @Test
    void tellsStrangersTheSame() {
        Answer answer = http.send("POST /graphql HTTP/1.1", List.of(JSON), "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"TOKEN_MISSING\"", "\"requestId\":\"");
    }

    /** A page of a stranger whose host name points to this machine asks for a token of a demo identity. */
    @Test
    void answersToTheNamesOfThisMachineOnly() {
        for (String path : List.of("/oauth2/token", "/graphql", "/login", "/actuator/health")) {
            Answer answer = http.exchange(("POST " + path + " HTTP/1.1\r\nHost: rebound.example\r\n"
                            + "Connection: close\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.status()).as(path).isEqualTo(421);
            assertThat(answer.body()).contains("\"code\":\"HOST_NOT_LOCAL\"");
        }
    }

    /** None of it is sent: who waits for it does not answer so. */
    @Test
    void readsNoBodyOfStrangers() {
        for (String method : List.of("PUT", "PATCH", "DELETE", "POST")) {
            Answer answer = http.exchange((method + " /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.status()).as(method).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({"POST,/graphql", "GET,/nothing", "GET,/actuator/health"})
    void sendsSecurityHeadersWithEveryAnswer(String method, String path) {
        Answer answer = http.send(method + " " + path + " HTTP/1.1", authorized(JSON), new byte[0]);

        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void answersPagesOfConfiguredOriginsOnly() {
        String query = "{\"query\":\"{ __typename }\"}";

        Answer allowed = post(query, JSON, "Origin: https://cmdb.example.com");
        assertThat(allowed.status()).isEqualTo(200);
        assertThat(allowed.header("Access-Control-Allow-Origin")).contains("https://cmdb.example.com");
        assertThat(allowed.header("Access-Control-Allow-Credentials")).isEmpty();
        Answer preflight = http.send(
                "OPTIONS /graphql HTTP/1.1",
                List.of(
                        "Origin: https://cmdb.example.com",
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: authorization,x-request-id"),
                new byte[0]);
        assertThat(preflight.status()).isEqualTo(200);
        for (String origin : List.of(
                "https://cmdb.example.com.evil.example", "http://cmdb.example.com", "https://evil.example", "null")) {
            Answer refused = post(query, JSON, "Origin: " + origin);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(refused.body()).contains("ORIGIN_NOT_ALLOWED");
        }
    }

    /** Of what fails as of what does not, in the document, in its variables and in a file that is uploaded. */
    @Test
    void logsWhoAskedButNotWhat() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            String search = "query ($q: String!) { findSimilarAssets(queryText: $q) { hits { score } } }";
            post(json(search, Map.of("q", "marker-word")), JSON, "X-Request-Id: good");
            post(json("{ findSimilarAssets(queryText: \"marker-word\") { candidates } }", Map.of()), JSON);
            post(json("{ marker-word(", Map.of()), JSON);
            post(json("{ markerword marker: me { role } }", Map.of()), JSON);
            post(json(search, Map.of("q", List.of("marker-word"))), JSON);
            post(json(search, Map.of("q", "marker-word".repeat(1_000))), JSON);
            post("{\"query\": marker-word", JSON);
            http.send(
                    "POST /imports/uploads?engagementId=" + engagement.id() + "&fileName=marker-word.csv HTTP/1.1",
                    authorized("Content-Type: text/csv"),
                    "name,marker-word\n".getBytes(StandardCharsets.UTF_8));
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .noneMatch(event -> event.getFormattedMessage().toLowerCase().contains("marker"))
                .noneMatch(event -> event.getThrowableProxy() != null);
        assertThat(log.list)
                .filteredOn(event -> event.getLoggerName().equals("io.modernize.cmdb.access"))
                .isNotEmpty()
                .allMatch(event -> event.getMDCPropertyMap().containsKey("tid")
                        && event.getMDCPropertyMap().containsKey("oid"))
                .anyMatch(event -> "good".equals(event.getMDCPropertyMap().get("requestId"))
                        && engagement
                                .clientAccountId()
                                .toString()
                                .equals(event.getMDCPropertyMap().get("clientAccountId")));
    }

    private static String json(String query, Map<String, ?> variables) {
        return JsonMapper.shared().writeValueAsString(Map.of("query", query, "variables", variables));
    }
}
