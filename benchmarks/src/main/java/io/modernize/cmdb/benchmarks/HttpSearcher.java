package io.modernize.cmdb.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches with GraphQL over HTTP and the token of a member of the client, as an application of the API would. */
final class HttpSearcher implements Searcher {
    static final String QUERY = """
        query ($text: String!, $topK: Int!, $filter: AssetFilterInput) {
          findSimilarAssets(queryText: $text, mode: SEMANTIC, topK: $topK, filter: $filter) {
            hits { score stale asset { id name ciClass description environment location } }
          }
        }
        """;

    private final URI service;
    private final KnownTexts texts;
    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final Map<Integer, String> tokens = new ConcurrentHashMap<>();

    HttpSearcher(URI service, KnownTexts texts) {
        this.service = service;
        this.texts = texts;
    }

    @Override
    public String name() {
        return ServiceContestant.HTTP;
    }

    @Override
    public void prepare(List<Search> searches) throws IOException, InterruptedException {
        for (Search search : searches) {
            int client = search.question().client();
            if (!tokens.containsKey(client)) {
                tokens.put(client, fetchToken(client));
            }
        }
    }

    @Override
    public List<UUID> search(Search search) throws IOException, InterruptedException {
        texts.put(search.question().text(), search.question().vector());
        Map<String, List<String>> filter = search.condition()
                .map(condition -> Map.of(field(condition.attribute()), List.of(condition.value())))
                .orElse(Map.of());
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "query",
                        QUERY,
                        "variables",
                        Map.of("text", search.question().text(), "topK", search.topK(), "filter", filter)));
        JsonNode answer = send(HttpRequest.newBuilder(service.resolve("/graphql"))
                .header(
                        "Authorization",
                        "Bearer " + tokens.get(search.question().client()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        if (!answer.path("errors").isEmpty()) {
            throw new IOException("the search failed: " + answer.path("errors"));
        }
        List<UUID> found = new ArrayList<>();
        answer.path("data")
                .path("findSimilarAssets")
                .path("hits")
                .forEach(hit ->
                        found.add(UUID.fromString(hit.path("asset").path("id").asString())));
        return found;
    }

    @Override
    public void close() {
        http.close();
    }

    private static String field(Attribute attribute) {
        return switch (attribute) {
            case ENVIRONMENT -> "environments";
            case LOCATION -> "locations";
            case SUPPORT_GROUP -> "supportGroups";
        };
    }

    /** A token of a member of the client. */
    String tokenOf(int client) throws IOException, InterruptedException {
        return fetchToken(client);
    }

    private String fetchToken(int client) throws IOException, InterruptedException {
        String credentials = RunningService.identity(client) + ":" + RunningService.secret(client);
        return send(HttpRequest.newBuilder(service.resolve("/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build())
                .path("access_token")
                .asString();
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }
}
