package io.modernize.cmdb.tenancy.gate;

import graphql.schema.GraphQLSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Hostile requests. The same seed and index give the same request. */
public final class FuzzedRequests {
    private final GraphQLSchema schema;
    private final List<String> tokens;
    private final long seed;

    FuzzedRequests(GraphQLSchema schema, List<String> tokens, long seed) {
        this.schema = schema;
        this.tokens = List.copyOf(tokens);
        this.seed = seed;
    }

    /** What to send. */
    record Request(String line, List<String> headers, byte[] body) {
        String describe() {
            String text = new String(body, StandardCharsets.UTF_8);
            return line + " "
                    + headers.stream()
                            .map(header -> header.length() > 200 ? header.substring(0, 60) + "…" : header)
                            .toList()
                    + "\n" + (text.length() > 4_000 ? text.substring(0, 4_000) + "…" : text);
        }
    }

    Request request(int index) {
        Random random = new Random(seed * 1_000_003L + index);
        byte[] body = body(random);
        if (random.nextInt(12) == 0) {
            body = mutated(body, random);
        }
        return new Request(line(random), headers(random), body);
    }

    private static String line(Random random) {
        return random.nextInt(30) != 0
                ? "POST /graphql HTTP/1.1"
                : pick(
                        random,
                        "GET /graphql HTTP/1.1",
                        "PUT /graphql HTTP/1.1",
                        "POST /graphql?query=%7Bme%7Brole%7D%7D HTTP/1.1",
                        "POST /graphql/ HTTP/1.1",
                        "POST //graphql HTTP/1.1",
                        "POST /%67raphql HTTP/1.1",
                        "POST /graphql;a=b HTTP/1.1",
                        "POST /../graphql HTTP/1.1",
                        "POST /graphql%00 HTTP/1.1",
                        "POST /imports/uploads HTTP/1.1",
                        "POST /imports/uploads?engagementId=%00&fileName=%ff HTTP/1.1",
                        "POST /imports/uploads?engagementId=x&fileName=" + "y".repeat(3_000) + " HTTP/1.1",
                        "TRACE /graphql HTTP/1.1",
                        "POST /graphql HTTP/9.9",
                        "BREW /graphql HTTP/1.1",
                        "GET /error HTTP/1.1",
                        "POST /actuator/env HTTP/1.1",
                        "GET /graphiql/..%2f..%2fapplication.yaml HTTP/1.1");
    }

    private List<String> headers(Random random) {
        List<String> headers = new ArrayList<>();
        if (random.nextInt(40) != 0) {
            headers.add("Authorization: Bearer " + tokens.get(random.nextInt(tokens.size())));
        }
        headers.add(
                random.nextInt(15) != 0
                        ? "Content-Type: application/json"
                        : pick(
                                random,
                                "Content-Type: text/plain",
                                "Content-Type: application/graphql",
                                "Content-Type: application/json; charset=utf-16",
                                "Content-Type: application/json; charset=nonsense",
                                "Content-Type: multipart/form-data; boundary=x",
                                "Content-Type: application/x-www-form-urlencoded",
                                "Content-Type: ;;;",
                                "Content-Type:",
                                "X-No: content type"));
        if (random.nextInt(6) == 0) {
            headers.add(pick(
                    random,
                    "Accept: text/event-stream",
                    "Accept: application/graphql-response+json",
                    "Accept: text/html",
                    "Accept: */*;q=0",
                    "Accept: ////"));
        }
        for (int noise = random.nextInt(6); noise > 3; noise--) {
            headers.add(pick(
                    random,
                    "X-Client-Account-Id: 5f0c6f0e-0001-4000-8000-000000000001",
                    "X-Client-Account-Id: ' or 1=1 --",
                    "X-Engagement-Id: \u00e9\u00ff",
                    "X-Engagement-Id: 5f0c6f0e-0001-4000-8000-000000000009",
                    "X-Request-Id: " + "z".repeat(500),
                    "X-Request-Id: <script>",
                    "X-Forwarded-For: 127.0.0.1",
                    "X-Forwarded-Proto: gopher",
                    "X-HTTP-Method-Override: DELETE",
                    "Content-Encoding: gzip",
                    "Expect: 100-continue",
                    "Transfer-Encoding: chunked",
                    "Content-Length: 5",
                    "Origin: null",
                    "Cookie: JSESSIONID=1; \u0001",
                    "Accept-Language: xx-".repeat(1) + "y".repeat(300),
                    "Range: bytes=0-1,2-3",
                    "Host: evil.example",
                    "Authorization: Bearer " + tokens.getFirst(),
                    "Authorization: Basic eDp5",
                    "X-Filler: " + "f".repeat(random.nextInt(20) == 0 ? 70_000 : 500)));
        }
        return headers;
    }

    private byte[] body(Random random) {
        FuzzedDocuments documents = new FuzzedDocuments(schema, random);
        return switch (random.nextInt(20)) {
            case 0 ->
                pick(random, "", "null", "7", "\"x\"", "{}", "[]", "{\"query\":null}", "{\"query\":{}}", "\u0000")
                        .getBytes(StandardCharsets.UTF_8);
            case 1 -> randomBytes(random);
            case 2 -> json(nested(random));
            case 3 -> json(doublingFragments(1 + random.nextInt(60)));
            case 4 -> json(aliases(documents, 1 + random.nextInt(400)));
            case 5 -> json(documents.document(), variables(random));
            case 6 ->
                ("{\"query\":\"{ __typename }\",\"variables\":" + deepJson(random) + "}")
                        .getBytes(StandardCharsets.UTF_8);
            case 7 ->
                ("["
                                + IntStream.range(0, 1 + random.nextInt(30))
                                        .mapToObj(i -> "{\"query\":\"{ me { role } }\"}")
                                        .collect(Collectors.joining(","))
                                + "]")
                        .getBytes(StandardCharsets.UTF_8);
            case 8 ->
                ("{\"query\":\"{ __typename }\",\"query\":7,\"extensions\":{\"persistedQuery\":"
                                + pick(random, "1", "{\"sha256Hash\":\"ab\"}", "{\"sha256Hash\":[]}", "null") + "}}")
                        .getBytes(StandardCharsets.UTF_8);
            case 9 -> json(withVariables(random), variables(random));
            case 10 ->
                json(pick(
                        random,
                        "{ __schema { types { name fields { type { fields { name } } } } } }",
                        "{ me { ...A } } fragment A on Me { ...A }",
                        "{ me { ...Missing } }",
                        "query A { __typename } query B { __typename }",
                        "query A { __typename } query A { __typename }",
                        "fragment A on Me { role }",
                        "type Query { a: Int }",
                        "{ me @skip(if: $x) @include @nothing(a: 1) { role } }",
                        "query ($x: Nothing!) { me { role } }",
                        "query ($x: Int = \"a\") { me { role } }",
                        "{ me { role",
                        "\ufeff{ __typename }",
                        "# only a comment"));
            default -> json(documents.document());
        };
    }

    private static byte[] json(String document) {
        return json(document, Map.of());
    }

    private static byte[] json(String document, Object variables) {
        return JsonMapper.shared().writeValueAsBytes(Map.of("query", document, "variables", variables));
    }

    private static String withVariables(Random random) {
        return pick(
                random,
                "query ($q: String!, $k: Int) { findSimilarAssets(queryText: $q, topK: $k) { hits { asset { id name }"
                        + " } } }",
                "query ($q: String!, $f: AssetFilterInput) { findSimilarAssets(queryText: $q, filter: $f) { candidates"
                        + " } }",
                "query ($q: ID!) { job(id: $q) { id } }",
                "query ($k: Int, $q: String) { jobs(first: $k, after: $q) { nodes { id } } }",
                "mutation ($i: RevokeMembershipInput!) { revokeMembership(input: $i) { errors { code } } }",
                "mutation ($i: StartEmbeddingInput!) { startEmbedding(input: $i) { job { id } errors { code } } }");
    }

    private static Object variables(Random random) {
        Object huge = new java.math.BigInteger("9".repeat(1 + random.nextInt(300)));
        return Map.of(
                "q",
                        pick(
                                random,
                                "x",
                                "",
                                "a\u0000b",
                                7,
                                List.of("x"),
                                Map.of("a", 1),
                                huge,
                                "y".repeat(9_000),
                                "\ud800"),
                "k", pick(random, 1, 0, -1, 101, huge, 1.5, "3", List.of(), true),
                "f",
                        pick(
                                random,
                                Map.of(),
                                7,
                                Map.of("ciClasses", "x"),
                                Map.of("ciClasses", List.of("a\u0000", "b")),
                                Map.of("nothing", 1),
                                Map.of("osFamilies", List.of("LINUX", "BEOS")),
                                Map.of("ciClasses", java.util.Collections.nCopies(900, "x"))),
                "i",
                        pick(
                                random,
                                Map.of(),
                                7,
                                List.of(Map.of("id", "x")),
                                Map.of("id", "x"),
                                Map.of("id", "a\u0000b"),
                                Map.of("id", Map.of("id", "x")),
                                Map.of("id", "x", "nothing", 1),
                                Map.of("engagementId", huge),
                                Map.of("engagementId", List.of("x")),
                                Map.of("engagementId", "1-1-1-1-1")));
    }

    private static String nested(Random random) {
        int levels = 1 + random.nextInt(3_000);
        return pick(
                random,
                "{ me ".repeat(levels),
                "{ me ".repeat(levels) + "}".repeat(levels),
                "{ findSimilarAssets(queryText: " + "[".repeat(levels) + "]".repeat(levels) + ") { candidates } }",
                "{ findSimilarAssets(filter: " + "{a:".repeat(levels) + "1" + "}".repeat(levels) + ") { candidates } }",
                "{ ... on Query ".repeat(levels) + "{ __typename }" + "}".repeat(levels),
                "query ($a: " + "[".repeat(levels) + "Int" + "]".repeat(levels) + ") { __typename }");
    }

    private static String deepJson(Random random) {
        int levels = 1 + random.nextInt(5_000);
        return "{\"a\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
    }

    private static String doublingFragments(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "fragment F%d on Me { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(" ", "{ me { ...F0 } } ", " fragment F" + count + " on Me { role }"));
    }

    private static String aliases(FuzzedDocuments documents, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "x" + i + ": me { role }")
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 300_000 : 500)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(byte[] body, Random random) {
        byte[] mutated = body.clone();
        for (int i = 0; mutated.length > 0 && i <= random.nextInt(8); i++) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return mutated;
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... options) {
        return options[random.nextInt(options.length)];
    }
}
