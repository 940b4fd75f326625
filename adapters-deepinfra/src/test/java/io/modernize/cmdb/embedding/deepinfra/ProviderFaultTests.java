package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.protocol.deepinfra.RequestPlan;
import io.modernize.cmdb.testsupport.deepinfra.Bodies;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.Fault;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.FaultRule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a provider that fails, lies or hangs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProviderFaultTests {
    private static final String TEXT = "confidential-host-42";

    private final DeepInfraStandIn provider = ModelUnderTest.standIn(3);
    private final ModelUnderTest setup = new ModelUnderTest();
    private final DeepInfraEmbeddingModel model = setup.at(provider.baseUrl(), 3, Prompts.NONE);

    @AfterEach
    void close() {
        model.close();
        provider.close();
    }

    static Stream<Arguments> everyStatusInEveryShape() {
        List<String> shapes = List.of(
                "{\"detail\":[{\"loc\":[\"body\",\"input\"],\"msg\":\"bad " + TEXT + "\",\"type\":\"value_error\"}]}",
                "{\"detail\":{\"error\":\"no " + ModelUnderTest.KEY + "\"}}",
                "{\"error\":\"Model not found: " + TEXT + "\"}",
                "{\"error\":{\"message\":\"key " + ModelUnderTest.KEY + " and " + TEXT + "\",\"type\":\"" + TEXT
                        + "\",\"param\":null,\"code\":\"engine_overloaded\"}}",
                "<html>" + TEXT + "</html>",
                "");
        return Stream.of(
                        Arguments.of(400, Reason.INPUT_REFUSED),
                        Arguments.of(401, Reason.UNAUTHORISED),
                        Arguments.of(403, Reason.UNAUTHORISED),
                        Arguments.of(402, Reason.PAYMENT_REQUIRED),
                        Arguments.of(404, Reason.MODEL_UNKNOWN),
                        Arguments.of(413, Reason.INPUT_REFUSED),
                        Arguments.of(422, Reason.INPUT_REFUSED),
                        Arguments.of(429, Reason.OVERLOADED),
                        Arguments.of(500, Reason.UNREACHABLE),
                        Arguments.of(502, Reason.UNREACHABLE),
                        Arguments.of(503, Reason.UNREACHABLE))
                .flatMap(status -> shapes.stream().map(shape -> Arguments.of(status.get()[0], status.get()[1], shape)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusInEveryShape")
    void tellsTheReasonFromTheStatus(int status, Reason reason, String body) {
        scriptAlways(answer(status, body));

        EmbeddingUnavailableException failure = failure();

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageContaining(String.valueOf(status));
        assertThat(provider.received()).hasSize(failure.isTransient() ? 4 : 1);
    }

    @Test
    void namesTheProvidersCodes() {
        scriptAlways(answer(503, "{\"error\":{\"message\":\"…\",\"code\":\"engine_overloaded\"}}"));

        assertThat(failure()).hasMessageEndingWith("[engine_overloaded]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":\"Model not found\"} | MODEL_UNKNOWN",
                "{\"error\":{\"message\":\"busy\",\"type\":\"x\",\"code\":\"engine_overloaded\"}} | OVERLOADED",
                "{\"detail\":{\"error\":\"inference failed\"}} | INVALID_ANSWER",
                "{\"detail\":[{\"loc\":[],\"msg\":\"rate limit reached\",\"type\":\"t\"}]} | OVERLOADED",
                "{\"data\":[],\"error\":\"inference failed\"} | INVALID_ANSWER",
            })
    void findsAnErrorInASuccess(String body, Reason reason) {
        scriptAlways(answer(200, body));

        EmbeddingUnavailableException failure = failure();

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageContaining("error in place of vectors");
    }

    static Stream<String> brokenAnswers() {
        String zeros = Bodies.floatItem(0, 0, 0, 0);
        return Stream.of(
                "null",
                "[]",
                "{}",
                "{\"data\":null}",
                "{\"data\":{}}",
                "not json",
                data(List.of()),
                data(List.of("null")),
                data(List.of(floats(0), floats(1))),
                data(List.of(floats(1))),
                data(List.of(floats(-1))),
                data(List.of("{\"embedding\":[1,0,0]}")),
                data(List.of("{\"index\":0}")),
                data(List.of("{\"index\":0,\"embedding\":null}")),
                data(List.of("{\"index\":0,\"embedding\":7}")),
                data(List.of("{\"index\":0,\"embedding\":[1,null,0]}")),
                data(List.of("{\"index\":0,\"embedding\":[1,\"0\",0]}")),
                data(List.of("{\"index\":0,\"embedding\":[1,[0],0]}")),
                data(List.of("{\"index\":0,\"embedding\":[1,NaN,0]}")),
                data(List.of("{\"index\":0,\"embedding\":[1,1e99,0]}")),
                data(List.of("{\"index\":0,\"embedding\":\"" + TEXT + "!\"}")),
                data(List.of("{\"index\":0,\"embedding\":\"AAAA\"}")),
                data(List.of(Bodies.floatItem(0, 1, 0))),
                data(List.of(Bodies.base64Item(0, 1, 0, 0, 0))),
                data(List.of(Bodies.base64Item(0, 1, Float.NaN, 0))),
                data(List.of(Bodies.base64Item(0, 1, Float.NEGATIVE_INFINITY, 0))),
                data(List.of(Bodies.base64Item(0, 0, 0, 0))),
                data(List.of(zeros)),
                data(List.of(floats(0))) + "{}");
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void believesNoBrokenAnswer(String body) {
        scriptAlways(answer(200, body));

        assertThat(failure().reason()).isEqualTo(Reason.INVALID_ANSWER);
    }

    @Test
    void refusesAnIndexThatComesTwice() {
        scriptAlways(answer(200, data(List.of(floats(1), floats(1)))));

        EmbeddingUnavailableException failure = catchThrowableOfType(
                EmbeddingUnavailableException.class, () -> model.embedDocuments(List.of("a", "b")));

        assertThat(failure.reason()).isEqualTo(Reason.INVALID_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{\"data\":[{\"index\":0,\"embedding\":[1,0", "{\"data\":[{\"index\":0,\"embedding\":\"AA"})
    void takesTruncatedJsonForABrokenConnection(String body) {
        scriptAlways(answer(200, body));

        assertThat(failure().reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void takesABodyThatBreaksOffForABrokenConnection() {
        scriptAlways(new Fault.Broken(Fault.Break.CUT));

        assertThat(failure().reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void waitsAsLongAsAskedAndTriesAgain() {
        provider.next(answer(429, "").with("Retry-After", "7"));

        model.embedDocuments(List.of(TEXT));

        assertThat(setup.pauses()).containsExactly(Duration.ofSeconds(7));
        assertThat(provider.received()).hasSize(2);
    }

    @Test
    void waitsUntilTheDateAsked() {
        provider.next(answer(503, "").with("Retry-After", "Sun, 22 Nov 2026 08:00:09 GMT"));

        model.embedDocuments(List.of(TEXT));

        assertThat(setup.pauses()).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void failsAtOnceWhereAskedToWaitTooLong() {
        provider.next(answer(429, "").with("Retry-After", "31"));

        EmbeddingUnavailableException failure = failure();

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(31));
        assertThat(setup.pauses()).isEmpty();
    }

    @Test
    void backsOffLongerWithEveryFailureAndGivesUp() {
        scriptAlways(answer(500, ""));

        failure();

        assertThat(provider.received()).hasSize(4);
        assertThat(setup.pauses()).hasSize(3);
        assertThat(setup.pauses().get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(setup.pauses().get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_000));
        assertThat(setup.pauses().get(2)).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(2_000));
    }

    @Test
    void triesQueriesLessOften() {
        scriptAlways(answer(500, ""));

        assertThat(queryFailure(model).reason()).isEqualTo(Reason.UNREACHABLE);

        assertThat(provider.received()).hasSize(2);
    }

    @Test
    void doesNotFollowARedirect() {
        try (DeepInfraStandIn elsewhere = ModelUnderTest.standIn(3)) {
            scriptAlways(answer(307, "").with("Location", elsewhere.baseUrl() + "/embeddings"));

            EmbeddingUnavailableException failure = failure();

            assertThat(failure.reason()).isEqualTo(Reason.INVALID_ANSWER);
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void givesUpOnAProviderThatSaysNothing() {
        try (DeepInfraEmbeddingModel hasty = hasty()) {
            provider.next(new Fault.Broken(Fault.Break.HANG), new Fault.Broken(Fault.Break.HANG));

            assertThat(queryFailure(hasty).reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void givesUpOnABodyThatStalls() {
        try (DeepInfraEmbeddingModel hasty = hasty()) {
            provider.next(new Fault.Broken(Fault.Break.STALL), new Fault.Broken(Fault.Break.STALL));

            assertThat(queryFailure(hasty)).hasMessageContaining("did not answer within 200 ms");
        }
    }

    @Test
    void breaksOffAHugeBody() {
        Fault huge = new Fault.Huge(RequestPlan.maxAnswerBytes(3, 1) + 1L);
        provider.next(huge, huge);

        EmbeddingUnavailableException failure = queryFailure(model);

        assertThat(failure.reason()).isEqualTo(Reason.INVALID_ANSWER);
        assertThat(failure).hasMessageContaining("exceeds");
    }

    @Test
    void readsABodyOfTheLargestSizeToItsEnd() {
        Fault blanks = new Fault.Huge(RequestPlan.maxAnswerBytes(3, 1));
        provider.next(blanks, blanks);

        assertThat(queryFailure(model)).hasMessageContaining("is not the JSON expected");
    }

    @Test
    void takesAResetForABrokenConnection() {
        provider.plan(FaultPlan.of(FaultRule.always(new Fault.Broken(Fault.Break.RESET))));

        assertThat(queryFailure(model).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void takesAClosedPortForUnreachable() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (DeepInfraEmbeddingModel nobody = setup.at(URI.create("http://localhost:" + port), 3, Prompts.NONE)) {
            assertThat(queryFailure(nobody).reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void keepsTheInterruptAndDoesNotTryAgain() {
        Thread.currentThread().interrupt();

        EmbeddingUnavailableException failure =
                catchThrowableOfType(EmbeddingUnavailableException.class, () -> model.embedQuery(TEXT));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(setup.pauses()).isEmpty();
    }

    @Test
    void refusesATextBeyondARequest() {
        EmbeddingUnavailableException failure = catchThrowableOfType(
                EmbeddingUnavailableException.class,
                () -> model.embedDocuments(List.of("x".repeat(RequestPlan.MAX_CHARACTERS + 1))));

        assertThat(failure.reason()).isEqualTo(Reason.INPUT_REFUSED);
        assertThat(provider.received()).isEmpty();
    }

    private static String floats(int index) {
        return Bodies.floatItem(index, 1, 0, 0);
    }

    private DeepInfraEmbeddingModel hasty() {
        return setup.timeout(Duration.ofMillis(200)).at(provider.baseUrl(), 3, Prompts.NONE);
    }

    private void scriptAlways(Fault reply) {
        Collections.nCopies(4, reply).forEach(provider::next);
    }

    private EmbeddingUnavailableException failure() {
        return discreet(
                catchThrowableOfType(EmbeddingUnavailableException.class, () -> model.embedDocuments(List.of(TEXT))));
    }

    private EmbeddingUnavailableException queryFailure(DeepInfraEmbeddingModel asked) {
        return discreet(catchThrowableOfType(EmbeddingUnavailableException.class, () -> asked.embedQuery(TEXT)));
    }

    /** Neither key nor text stands in any message or trace, of causes and suppressed ones as well. */
    private static EmbeddingUnavailableException discreet(EmbeddingUnavailableException failure) {
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(ModelUnderTest.KEY).doesNotContain(TEXT);
        return failure;
    }

    private static Fault.Answer answer(int status, String body) {
        return new Fault.Answer(status, Map.of(), body);
    }

    private static String data(List<String> items) {
        return Bodies.list(items, "m", 1);
    }
}
