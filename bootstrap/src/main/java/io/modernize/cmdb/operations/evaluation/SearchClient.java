package io.modernize.cmdb.operations.evaluation;

import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.tenancy.EngagementId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches as any client of the API does. It gets a token by client credentials, then uses GraphQL over HTTP. */
public final class SearchClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String QUERY = """
        query ($text: String!, $engagement: ID!, $mode: SearchMode!, $topK: Int!) {
          findSimilarAssets(queryText: $text, engagementId: $engagement, mode: $mode, topK: $topK) {
            hits { asset { name } }
          }
        }
        """;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI service;
    private final String token;

    private SearchClient(URI service, String clientId, String clientSecret) throws IOException {
        this.service = service;
        this.token = fetchToken(clientId, clientSecret);
    }

    /**
     * Signs in.
     *
     * @param service the base address of a service with an embedded issuer
     * @throws IOException if the issuer gives no token
     */
    public static SearchClient signIn(URI service, String clientId, String clientSecret) throws IOException {
        return new SearchClient(service, clientId, clientSecret);
    }

    private String fetchToken(String clientId, String clientSecret) throws IOException {
        String credentials = URLEncoder.encode(clientId, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(clientSecret, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/oauth2/token"))
                .timeout(TIMEOUT)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return send(request).path("access_token").asString();
    }

    /** The names of the hits, best first. */
    List<String> search(String text, EngagementId engagementId, SearchMode mode, int topK) throws IOException {
        Map<String, Object> variables =
                Map.of("text", text, "engagement", engagementId.toString(), "mode", mode.name(), "topK", topK);
        String body = JsonMapper.shared().writeValueAsString(Map.of("query", QUERY, "variables", variables));
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/graphql"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        JsonNode answer = send(request);
        if (answer.path("errors").size() > 0) {
            throw new IOException("the search \"" + text + "\" by " + mode + " failed: " + answer.path("errors"));
        }
        List<String> names = new ArrayList<>();
        answer.path("data")
                .path("findSimilarAssets")
                .path("hits")
                .forEach(hit -> names.add(hit.path("asset").path("name").asString()));
        return names;
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
