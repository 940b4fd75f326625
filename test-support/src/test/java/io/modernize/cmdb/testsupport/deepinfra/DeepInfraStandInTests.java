package io.modernize.cmdb.testsupport.deepinfra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.deepinfra.Fault.Break;
import io.modernize.cmdb.testsupport.deepinfra.Fault.ErrorShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeepInfraStandInTests {
    private static final String MODEL = "BAAI/bge-base-en-v1.5";

    private final DeepInfraStandIn standIn = DeepInfraStandIn.setup()
            .model("tiny", 3)
            .maxConcurrency(3)
            .retryAfter("5")
            .start();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        http.shutdownNow();
        standIn.close();
    }

    @Test
    void answersInEitherEncodingWithTheSameVectors() throws Exception {
        JsonNode decimals = json(ask("{\"model\":\"" + MODEL + "\",\"input\":[\"oracle\",\"switch\"]}"));
        JsonNode base64 = json(
                ask("{\"model\":\"" + MODEL + "\",\"input\":[\"oracle\",\"switch\"],\"encoding_format\":\"base64\"}"));

        assertThat(decimals.path("data")).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(decimals.path("data").get(i).path("index").asInt()).isEqualTo(i);
            float[] values = vector(decimals, i);
            assertThat(values).hasSize(768);
            byte[] bytes = Base64.getDecoder()
                    .decode(base64.path("data").get(i).path("embedding").asString());
            float[] same = new float[values.length];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(same);
            assertThat(same).isEqualTo(values);
        }
        assertThat(decimals.path("model").asString()).isEqualTo(MODEL);
        assertThat(decimals.path("usage").path("prompt_tokens").asInt()).isEqualTo(4);
    }

    @Test
    void placesTextsTheNearerTheMoreWordsTheyShare() throws Exception {
        float[] oracle = vector("linux server with an oracle database");

        assertThat(vector("linux server with an oracle database")).isEqualTo(oracle);
        double near = cosine(oracle, vector("Oracle databases on Linux"));
        double far = cosine(oracle, vector("colour printer, third floor"));
        assertThat(near).isGreaterThan(far + 0.2);
        assertThat(cosine(oracle, oracle)).isCloseTo(1, within(1e-6));
    }

    @Test
    void takesOneTextForAListOfOne() throws Exception {
        assertThat(json(ask("{\"model\":\"tiny\",\"input\":\"oracle\"}")).path("data"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"32, 32", "1024, 1024", "null, 768"})
    void givesAsManyDimensionsAsAreAskedFor(String asked, int dimensions) throws Exception {
        float[] vector =
                vector(json(ask("{\"model\":\"" + MODEL + "\",\"input\":\"oracle\",\"dimensions\":" + asked + "}")), 0);

        assertThat(vector).hasSize(dimensions);
        assertThat(vector).isNotEqualTo(new float[dimensions]);
        if (dimensions > 768) {
            // Padded, as the real one pads.
            assertThat(vector[1_000]).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"input\":\"a\" | 404",
                "\"model\":\"text-embedding-ada-002\",\"input\":\"a\" | 404",
                "\"model\":\"tiny\" | 422",
                "\"model\":\"tiny\",\"input\":[] | 422",
                "\"model\":\"tiny\",\"input\":[1] | 422",
                "\"model\":\"tiny\",\"input\":\"a\",\"dimensions\":31 | 422",
                "\"model\":\"tiny\",\"input\":\"a\",\"dimensions\":\"32\" | 422",
                "\"model\":\"tiny\",\"input\":\"a\",\"encoding_format\":\"hex\" | 422",
            })
    void refusesWhatTheProtocolDoesNotAllow(String fields, int status) throws Exception {
        assertThat(ask("{" + fields + "}").statusCode()).isEqualTo(status);
    }

    @Test
    void takes1024InputsAndNoMore() throws Exception {
        assertThat(ask(request(Collections.nCopies(1_024, "a"))).statusCode()).isEqualTo(200);
        HttpResponse<String> refusal = ask(request(Collections.nCopies(1_025, "a")));

        assertThat(refusal.statusCode()).isEqualTo(422);
        assertThat(json(refusal).path("detail").get(0).path("msg").asString()).contains("1024");
        assertThat(standIn.embedded()).isEqualTo(1_024);
    }

    @Test
    void takesAnyKeyOrTheOne() throws Exception {
        assertThat(ask(standIn, "Bearer anything").statusCode()).isEqualTo(200);
        assertThat(ask(standIn, "Bearer ").statusCode()).isEqualTo(401);
        assertThat(ask(standIn, "Basic x").statusCode()).isEqualTo(401);
        try (DeepInfraStandIn strict = DeepInfraStandIn.setup().key("right").start()) {
            assertThat(ask(strict, "Bearer right").statusCode()).isEqualTo(200);
            assertThat(ask(strict, "Bearer wrong").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void listsItsModelsAndItsLimit() throws Exception {
        JsonNode models = json(get("/v1/openai/models"));

        assertThat(models.path("data")
                        .valueStream()
                        .map(model -> model.path("id").asString()))
                .contains(MODEL, "tiny", "Qwen/Qwen3-Embedding-8B");
        assertThat(json(get("/v1/me/rate_limit")).path("rate_limit").asInt()).isEqualTo(3);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(get("/v1/openai/embeddings").statusCode()).isEqualTo(405);
        assertThat(standIn.requests()).isZero();
    }

    @Test
    void answers429BeyondItsConcurrencyAndSaysHowLongToWait() {
        standIn.gather(5);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(http.sendAsync(
                    post(standIn, "Bearer k", BodyPublishers.ofString(request(List.of("a")))),
                    BodyHandlers.ofString()));
        }

        List<HttpResponse<String>> refused = answers.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() != 200)
                .toList();
        assertThat(refused).hasSize(2).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        });
        assertThat(standIn.maxInFlight()).isEqualTo(5);
        assertThat(standIn.answered(200)).isEqualTo(3);
        assertThat(standIn.answered(429)).isEqualTo(2);
    }

    @Test
    void remembersWhatItWasAsked() throws Exception {
        ask(request(List.of("a", "b")));

        Received received = standIn.received().getFirst();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.path()).isEqualTo("/v1/openai/embeddings");
        assertThat(received.authorization()).isEqualTo("Bearer k");
        assertThat(received.inputs()).containsExactly("a", "b");
        standIn.resetCounts();
        assertThat(standIn.received()).isEmpty();
        assertThat(standIn.requests()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void sendsErrorsInEveryShape(ErrorShape shape) throws Exception {
        standIn.next(Fault.status(422, shape));

        HttpResponse<String> answer = ask(request(List.of("a")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo(shape.body("Input should be a valid string", "value_error"));
    }

    @Test
    void spoilsAnswers() throws Exception {
        JsonNode right = json(ask(request(List.of("a", "b"))));
        assertThat(json(spoilt(Fault.Spoil.ONE_MISSING)).path("data")).hasSize(1);
        assertThat(json(spoilt(Fault.Spoil.ONE_TOO_MANY)).path("data")).hasSize(3);
        assertThat(indices(spoilt(Fault.Spoil.REVERSED))).containsExactly(1, 0);
        assertThat(indices(spoilt(Fault.Spoil.INDEX_TWICE))).containsExactly(0, 0);
        assertThat(vector(json(spoilt(Fault.Spoil.DIMENSION_MISSING)), 0)).hasSize(2);
        assertThat(spoilt(Fault.Spoil.NAN).body()).contains("[NaN,");
        assertThat(vector(json(spoilt(Fault.Spoil.ZEROS)), 0)).containsOnly(0f);
        assertThat(json(spoilt(Fault.Spoil.NO_USAGE)).has("usage")).isFalse();
        assertThat(spoilt(Fault.Spoil.TRUNCATED).body()).startsWith("{").doesNotEndWith("}");
        assertThat(vector(json(ask(request(List.of("a", "b")))), 0)).isEqualTo(vector(right, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Break.class,
            names = {"RESET", "CUT"})
    void breaksConnections(Break how) {
        standIn.next(new Fault.Broken(how));

        assertThatThrownBy(() -> ask(request(List.of("a"))))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Break.class,
            names = {"HANG", "STALL"})
    void saysNothingForAsLongAsTheClientWaits(Break how) throws Exception {
        standIn.next(new Fault.Broken(how));
        CompletableFuture<HttpResponse<String>> hanging = http.sendAsync(
                post(standIn, "Bearer k", BodyPublishers.ofString(request(List.of("a")))), BodyHandlers.ofString());
        Await.until("the request has come", () -> standIn.requests() == 1);

        assertThat(hanging).isNotDone();
        hanging.cancel(true);
    }

    /** The last word is the client's: what the server would have said before is there to be read. */
    @ParameterizedTest
    @CsvSource({"HANG, ''", "STALL, {"})
    void saysNoMoreWhenTheClientGivesUp(Break how, String said) throws Exception {
        standIn.next(new Fault.Broken(how));
        byte[] body = request(List.of("a")).getBytes(UTF_8);
        try (Socket client = new Socket("localhost", standIn.baseUrl().getPort())) {
            client.getOutputStream()
                    .write(("POST /v1/openai/embeddings HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer k\r\n"
                                    + "Content-Length: " + body.length + "\r\n\r\n" + new String(body, UTF_8))
                            .getBytes(UTF_8));
            Await.until("the request has come", () -> standIn.requests() == 1);
            assertThat(standIn.answered(0)).as("requests that it has done with").isZero();

            client.shutdownOutput();

            String all = new String(client.getInputStream().readAllBytes(), UTF_8);
            assertThat(all.substring(all.indexOf("\r\n\r\n") + 1).strip()).isEqualTo(said);
            Await.until("it has done with the request", () -> standIn.answered(0) == 1);
        }
    }

    @Test
    void sendsTheRightAnswerSlowly() throws Exception {
        String right = ask(request(List.of("a"))).body();
        standIn.next(new Fault.Drip(50, Duration.ofMillis(1)));

        assertThat(ask(request(List.of("a"))).body()).isEqualTo(right);
    }

    @Test
    void sendsAHugeBody() throws Exception {
        standIn.next(new Fault.Huge(200_001));

        assertThat(ask(request(List.of("a"))).body()).hasSize(200_001).isBlank();
    }

    @Test
    void waitsAsThePlanSays() throws Exception {
        List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
        Duration latency = Duration.ofMillis(300);
        try (DeepInfraStandIn slow = DeepInfraStandIn.setup()
                .plan(FaultPlan.NONE.withLatency(new Latency.Fixed(latency)))
                .pause(pauses::add)
                .start()) {
            assertThat(ask(slow, "Bearer k").statusCode()).isEqualTo(200);

            assertThat(pauses).containsExactly(latency);
            slow.plan(FaultPlan.NONE);
            ask(slow, "Bearer k");
            assertThat(pauses).containsExactly(latency, Duration.ZERO);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "not json"})
    void survivesABodyThatIsNoRequest(String body) throws Exception {
        assertThat(ask(body).statusCode()).isEqualTo(404);
        assertThat(ask(request(List.of("a"))).statusCode()).isEqualTo(200);
    }

    @Test
    void takesABodyInChunks() throws Exception {
        byte[] body = request(List.of("a")).getBytes(UTF_8);
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

        assertThat(http.send(post(standIn, "Bearer k", chunked), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> spoilt(Fault.Spoil how) throws Exception {
        standIn.next(new Fault.Spoilt(how));
        return ask(request(List.of("a", "b")));
    }

    private static List<Integer> indices(HttpResponse<String> answer) {
        return json(answer)
                .path("data")
                .valueStream()
                .map(item -> item.path("index").asInt())
                .toList();
    }

    private float[] vector(String text) throws Exception {
        return vector(json(ask("{\"model\":\"" + MODEL + "\",\"input\":" + Bodies.quote(text) + "}")), 0);
    }

    private static float[] vector(JsonNode answer, int item) {
        JsonNode values = answer.path("data").get(item).path("embedding");
        float[] vector = new float[values.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = values.get(i).floatValue();
        }
        return vector;
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            squaresOfA += a[i] * a[i];
            squaresOfB += b[i] * b[i];
        }
        return dot / Math.sqrt(squaresOfA * squaresOfB);
    }

    private static String request(List<String> inputs) {
        return "{\"model\":\"tiny\",\"input\":" + Bodies.MAPPER.writeValueAsString(inputs) + "}";
    }

    private HttpResponse<String> ask(String body) throws Exception {
        return http.send(post(standIn, "Bearer k", BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(DeepInfraStandIn other, String authorization) throws Exception {
        return http.send(
                post(other, authorization, BodyPublishers.ofString("{\"model\":\"" + MODEL + "\",\"input\":\"a\"}")),
                BodyHandlers.ofString());
    }

    private static java.net.http.HttpRequest post(DeepInfraStandIn to, String authorization, BodyPublisher body) {
        return java.net.http.HttpRequest.newBuilder(URI.create(to.baseUrl() + "/embeddings"))
                .header("Authorization", authorization)
                .POST(body)
                .build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                java.net.http.HttpRequest.newBuilder(standIn.baseUrl().resolve(path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Bodies.MAPPER.readTree(answer.body());
    }
}
