package io.modernize.cmdb.testsupport.attacks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One identity that calls the service: with as many requests at a time as an identity may have, and no more. */
public final class Caller implements AutoCloseable {
    /** The limit {@code requests-per-identity} of the API. */
    static final int REQUESTS_AT_A_TIME = 8;

    private static final int KEPT_CHARACTERS = 4_096;

    /** Longer than the service takes for any request. Uploads have the time of their attack. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);

    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);

    private final URI service;
    private final String token;
    private final Tally tally;
    private final Semaphore places = new Semaphore(REQUESTS_AT_A_TIME, true);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /**
     * A caller whose answers are counted.
     *
     * @throws IllegalArgumentException if the service is not on the loopback interface
     */
    public Caller(URI service, String token, Tally tally) {
        this.service = Loopback.only(service);
        this.token = token;
        this.tally = tally;
    }

    /** The answers so far. */
    public Tally tally() {
        return tally;
    }

    URI service() {
        return service;
    }

    String token() {
        return token;
    }

    /** The body of a GraphQL request, to be sent as often as wanted. */
    public static byte[] body(String document, Map<String, ?> variables) {
        return JsonMapper.shared().writeValueAsBytes(Map.of("query", document, "variables", variables));
    }

    /** Sends a GraphQL request, reads the answer to its end and counts it. */
    public Outcome ask(byte[] body) {
        return counted(() -> sent(request("/graphql", LONGEST_ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build()));
    }

    /** The data of a GraphQL request whose answer is short. Missing if it was refused; what it was is counted. */
    public JsonNode data(String document, Map<String, ?> variables) {
        Outcome outcome = ask(body(document, variables));
        if (outcome.status() != 200) {
            return JsonMapper.shared().missingNode();
        }
        return JsonMapper.shared().readTree(outcome.beginning()).path("data");
    }

    /**
     * Uploads a file, and counts the answer.
     *
     * @return the id of the upload; empty if it was refused
     */
    public String upload(String engagementId, String fileName, Supplier<? extends InputStream> content) {
        String path = "/imports/uploads?engagementId=" + engagementId + "&fileName="
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8);
        Outcome outcome = counted(() -> sent(request(path, LONGEST_UPLOAD)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofInputStream(content))
                .build()));
        return outcome.status() == 201
                ? JsonMapper.shared()
                        .readTree(outcome.beginning())
                        .path("uploadId")
                        .asString("")
                : "";
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Outcome counted(Supplier<Outcome> request) {
        places.acquireUninterruptibly();
        try {
            Outcome outcome = request.get();
            tally.add(outcome.kind());
            return outcome;
        } finally {
            places.release();
        }
    }

    private HttpRequest.Builder request(String path, Duration longest) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(longest)
                .header("Authorization", "Bearer " + token);
    }

    private Outcome sent(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream answer = response.body()) {
                String beginning = new String(answer.readNBytes(KEPT_CHARACTERS), StandardCharsets.UTF_8);
                answer.transferTo(OutputStream.nullOutputStream());
                return new Outcome(response.statusCode(), beginning);
            }
        } catch (IOException e) {
            return new Outcome(0, "connection ended: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(0, "interrupted");
        }
    }
}
