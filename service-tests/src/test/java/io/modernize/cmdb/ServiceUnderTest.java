package io.modernize.cmdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service on this machine, as its callers see it: HTTP and nothing else. */
public final class ServiceUnderTest {
    /** Bounds a hang and decides nothing. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Until the last byte of an answer, which may be a stream that ends with a job. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(4);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private final URI address;

    public int port() {
        return address.getPort();
    }

    private ServiceUnderTest(URI address) {
        this.address = address;
    }

    public static ServiceUnderTest at(int port) {
        return new ServiceUnderTest(URI.create("http://localhost:" + port));
    }

    /** An access token by client credentials. */
    public String signIn(String clientId, String secret) {
        String basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        Answer answer = send(HttpRequest.newBuilder(address.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        if (answer.status() != 200) {
            throw new IllegalStateException(clientId + " gets no token: " + answer);
        }
        return answer.json().path("access_token").asString();
    }

    /** A GraphQL request with the given headers; nothing else says who calls. */
    public Answer graphQl(Map<String, String> headers, String query, Map<String, ?> variables) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(Map.of("query", query, "variables", variables))));
        headers.forEach(request::header);
        return send(request);
    }

    /** A body as it is. */
    public Answer post(String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** The server-sent events of a subscription, to its end, which must be near. */
    public String events(Map<String, String> headers, String subscription) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", subscription))));
        headers.forEach(request::header);
        return send(request).body();
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            // The same for all, so that two answers can be compared.
            request.setHeader("X-Request-Id", "of-a-test");
            HttpResponse<String> response = HTTP.sendAsync(
                            request.timeout(TIMEOUT).build(), BodyHandlers.ofString())
                    .orTimeout(LONGEST_ANSWER.toSeconds(), TimeUnit.SECONDS)
                    .get();
            Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
            headers.remove("date");
            // Said with the last of so many requests on one connection.
            headers.remove("connection");
            return new Answer(response.statusCode(), headers, response.body());
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param headers all but those of the moment and of the connection */
    public record Answer(int status, Map<String, List<String>> headers, String body) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** The answer with one text in place of another, to compare answers to questions that differ in it. */
        public Answer replacing(String text, String replacement) {
            return new Answer(status, headers, body.replace(text, replacement));
        }
    }
}
