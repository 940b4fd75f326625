package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.protocol.deepinfra.EmbeddingsEndpoint;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.Fault;
import io.modernize.cmdb.testsupport.deepinfra.Fault.Break;
import io.modernize.cmdb.testsupport.deepinfra.Fault.ErrorShape;
import io.modernize.cmdb.testsupport.deepinfra.Fault.Spoil;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.FaultRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault and what becomes of a call that meets it: the table of docs/deepinfra.md, row by row. Whatever happens, a
 * call returns the right vectors or none.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultMatrixTests {
    private static final int DIMENSIONS = 64;
    private static final int ATTEMPTS = 4;
    private static final List<String> DOCUMENTS =
            List.of("linux server in Frankfurt", "oracle database of billing", "core network switch");

    private final DeepInfraStandIn provider = ModelUnderTest.standIn(DIMENSIONS);
    private final ImpatientClient client =
            new ImpatientClient(EmbeddingsEndpoint.http(ModelUnderTest.LONGEST), provider);
    private final ModelUnderTest setup = new ModelUnderTest().http(client);

    @AfterEach
    void close() {
        client.shutdownNow();
        provider.close();
    }

    /** What becomes of a call that meets the fault once. */
    enum Once {
        /** It is tried again, and returns the right vectors. */
        RETRIED,
        /** It fails, since trying again would not help or not be allowed yet. */
        REFUSED,
        /** The answer is lawful and is taken. */
        TAKEN
    }

    /** What becomes of the call after one that met the fault all the time. */
    enum Next {
        /** Sends its request. */
        ASKS,
        /** Fails at once, as the provider is not asked for a while. */
        SUSPENDED,
        /** Waits as long as the provider wants, or fails at once where that is too long for it. */
        HELD
    }

    /**
     * A row.
     *
     * @param fault as plans of faults have it
     * @param reason told where the fault lasts; ignored where its answer is taken
     */
    record Row(String fault, Fault struck, Once once, Reason reason, Next next) {
        /** As it stands in the documentation. */
        String markdown() {
            return switch (once) {
                case TAKEN -> "| %s | taken | - | asks |".formatted(fault);
                case RETRIED, REFUSED ->
                    "| %s | %s | `%s` | %s |".formatted(fault, word(once), reason.name(), word(next));
            };
        }

        @Override
        public String toString() {
            return fault;
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("`401`", Fault.status(401), Once.REFUSED, Reason.UNAUTHORISED, Next.SUSPENDED),
                new Row("`402`", Fault.status(402), Once.REFUSED, Reason.PAYMENT_REQUIRED, Next.SUSPENDED),
                new Row("`404`", Fault.status(404), Once.REFUSED, Reason.MODEL_UNKNOWN, Next.SUSPENDED),
                new Row("`413`", Fault.status(413), Once.REFUSED, Reason.INPUT_REFUSED, Next.ASKS),
                new Row("`422`", Fault.status(422), Once.REFUSED, Reason.INPUT_REFUSED, Next.ASKS),
                new Row("`429`", Fault.status(429), Once.RETRIED, Reason.OVERLOADED, Next.ASKS),
                new Row(
                        "`429`, `\"retryAfter\": \"2\"`",
                        Fault.status(429).with("Retry-After", "2"),
                        Once.RETRIED,
                        Reason.OVERLOADED,
                        Next.HELD),
                new Row(
                        "`429`, `\"retryAfter\": \"45\"`",
                        Fault.status(429).with("Retry-After", "45"),
                        Once.REFUSED,
                        Reason.OVERLOADED,
                        Next.HELD),
                new Row(
                        "`429`, `\"retryAfter\": \"600\"`",
                        Fault.status(429).with("Retry-After", "600"),
                        Once.REFUSED,
                        Reason.OVERLOADED,
                        Next.SUSPENDED),
                new Row("`500`", Fault.status(500), Once.RETRIED, Reason.UNREACHABLE, Next.ASKS),
                new Row("`502`", Fault.status(502), Once.RETRIED, Reason.UNREACHABLE, Next.ASKS),
                new Row("`503`", Fault.status(503), Once.RETRIED, Reason.UNREACHABLE, Next.ASKS),
                new Row(
                        "`error-in-200`",
                        Fault.errorInSuccess(ErrorShape.DETAIL_ERROR),
                        Once.RETRIED,
                        Reason.INVALID_ANSWER,
                        Next.ASKS),
                spoilt("`truncated`", Spoil.TRUNCATED, Reason.UNREACHABLE),
                spoilt("`one-missing`", Spoil.ONE_MISSING, Reason.INVALID_ANSWER),
                spoilt("`one-too-many`", Spoil.ONE_TOO_MANY, Reason.INVALID_ANSWER),
                spoilt("`index-twice`", Spoil.INDEX_TWICE, Reason.INVALID_ANSWER),
                new Row("`reversed`", new Fault.Spoilt(Spoil.REVERSED), Once.TAKEN, Reason.INVALID_ANSWER, Next.ASKS),
                spoilt("`dimension-missing`", Spoil.DIMENSION_MISSING, Reason.INVALID_ANSWER),
                spoilt("`nan`", Spoil.NAN, Reason.INVALID_ANSWER),
                spoilt("`zeros`", Spoil.ZEROS, Reason.INVALID_ANSWER),
                new Row("`no-usage`", new Fault.Spoilt(Spoil.NO_USAGE), Once.TAKEN, Reason.INVALID_ANSWER, Next.ASKS),
                broken("`reset`", Break.RESET),
                broken("`cut`", Break.CUT),
                broken("`hang`", Break.HANG),
                broken("`stall`", Break.STALL),
                new Row(
                        "`drip`",
                        new Fault.Drip(1, Duration.ofMillis(100)),
                        Once.RETRIED,
                        Reason.UNREACHABLE,
                        Next.ASKS),
                new Row("`huge`", new Fault.Huge(100L * 1_024 * 1_024), Once.RETRIED, Reason.INVALID_ANSWER, Next.ASKS),
                new Row(
                        "`redirect`",
                        Fault.redirect("https://example.org/"),
                        Once.RETRIED,
                        Reason.INVALID_ANSWER,
                        Next.ASKS));
    }

    /** Whether only a time-out ends it. */
    private static boolean takesForEver(Fault fault) {
        return fault instanceof Fault.Drip
                || (fault instanceof Fault.Broken broken
                        && (broken.how() == Break.HANG || broken.how() == Break.STALL));
    }

    private static Row spoilt(String fault, Spoil how, Reason reason) {
        return new Row(fault, new Fault.Spoilt(how), Once.RETRIED, reason, Next.ASKS);
    }

    private static Row broken(String fault, Break how) {
        return new Row(fault, new Fault.Broken(how), Once.RETRIED, Reason.UNREACHABLE, Next.ASKS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsInTheRightVectorsOrNoneWhereItHappensOnce(Row row) {
        try (DeepInfraEmbeddingModel model = model()) {
            List<EmbeddingVector> right = model.embedDocuments(DOCUMENTS);
            provider.resetCounts();
            strike(row, 1);

            switch (row.once()) {
                case TAKEN -> {
                    assertThat(model.embedDocuments(DOCUMENTS)).isEqualTo(right);
                    assertThat(provider.requests()).isOne();
                }
                case RETRIED -> {
                    assertThat(model.embedDocuments(DOCUMENTS)).isEqualTo(right);
                    assertThat(provider.requests()).isEqualTo(2);
                }
                case REFUSED -> {
                    assertThat(failure(model).reason()).isEqualTo(row.reason());
                    assertThat(provider.requests()).isOne();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsTheReasonWhereItLasts(Row row) {
        provider.plan(FaultPlan.of(FaultRule.always(row.struck())));
        client.expectNothingOf(takesForEver(row.struck()) ? ATTEMPTS : 0);
        try (DeepInfraEmbeddingModel model = model()) {
            switch (row.once()) {
                case TAKEN -> assertThat(model.embedDocuments(DOCUMENTS)).hasSameSizeAs(DOCUMENTS);
                case RETRIED -> {
                    assertThat(failure(model).reason()).isEqualTo(row.reason());
                    assertThat(provider.requests()).isEqualTo(ATTEMPTS);
                }
                case REFUSED -> {
                    assertThat(failure(model).reason()).isEqualTo(row.reason());
                    assertThat(provider.requests()).isOne();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void asksTheNextTimeAsTheRowSays(Row row) {
        try (DeepInfraEmbeddingModel model = model()) {
            List<EmbeddingVector> right = model.embedDocuments(DOCUMENTS);
            switch (row.once()) {
                case TAKEN -> {
                    return;
                }
                case RETRIED -> strike(row, ATTEMPTS);
                case REFUSED -> strike(row, 1);
            }
            failure(model);
            provider.resetCounts();
            setup.pauses().clear();

            switch (row.next()) {
                case ASKS -> {
                    assertThat(model.embedDocuments(DOCUMENTS)).isEqualTo(right);
                    assertThat(setup.pauses()).isEmpty();
                }
                case SUSPENDED -> {
                    EmbeddingUnavailableException suspended = failure(model);
                    // What an operator has to mend keeps its reason.
                    assertThat(suspended.reason())
                            .isEqualTo(row.reason() == Reason.OVERLOADED ? Reason.SUSPENDED : row.reason());
                    assertThat(suspended.retryAfter()).isPresent();
                    assertThat(provider.requests()).isZero();
                }
                case HELD -> {
                    EmbeddingUnavailableException held =
                            catchThrowableOfType(EmbeddingUnavailableException.class, () -> model.embedQuery("soon"));
                    if (held == null) {
                        assertThat(setup.pauses()).containsExactly(Duration.ofSeconds(2));
                        assertThat(provider.requests()).isOne();
                    } else {
                        assertThat(held.reason()).isEqualTo(Reason.OVERLOADED);
                        assertThat(held.retryAfter()).contains(Duration.ofSeconds(45));
                        assertThat(provider.requests()).isZero();
                    }
                }
            }
        }
    }

    @Test
    void isTheTableOfTheDocumentation() throws Exception {
        List<String> documented = Files.readAllLines(Path.of("../docs/deepinfra.md")).stream()
                .dropWhile(line -> !line.startsWith("| Fault "))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(rows().map(Row::markdown).toList());
    }

    private DeepInfraEmbeddingModel model() {
        return setup.at(provider.baseUrl(), DIMENSIONS, Prompts.NONE);
    }

    private void strike(Row row, int times) {
        Collections.nCopies(times, row.struck()).forEach(provider::next);
        client.expectNothingOf(takesForEver(row.struck()) ? times : 0);
    }

    private static EmbeddingUnavailableException failure(DeepInfraEmbeddingModel model) {
        return catchThrowableOfType(EmbeddingUnavailableException.class, () -> model.embedDocuments(DOCUMENTS));
    }
}
