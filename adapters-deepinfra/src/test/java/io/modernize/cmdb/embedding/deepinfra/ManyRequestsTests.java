package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.BulkCapacity;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.Fault;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.FaultRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much is under way at once. Counts only: how long anything takes is the machine's affair. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ManyRequestsTests {
    private static final int DIMENSIONS = 64;

    private final DeepInfraStandIn provider = ModelUnderTest.standIn(DIMENSIONS);
    private final ModelUnderTest setup = new ModelUnderTest();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void sendsTheRequestsOfOneCallSideBySideAndKeepsTheirOrder() {
        provider.gather(8);
        List<String> documents = numbered(64);
        try (DeepInfraEmbeddingModel model = model(setup.maxInputs(8))) {
            List<EmbeddingVector> vectors = model.embedDocuments(documents);

            assertThat(provider.requests()).isEqualTo(8);
            assertThat(provider.maxInFlight()).isEqualTo(8);
            assertThat(vectors).hasSize(64);
            for (int i = 0; i < documents.size(); i++) {
                assertThat(vectors.get(i)).isEqualTo(model.embedQuery(documents.get(i)));
            }
        }
    }

    @Test
    void reachesTheLimitAndNeverExceedsIt() throws Exception {
        provider.gather(12);
        try (DeepInfraEmbeddingModel model = model(setup.concurrency(12, 12))) {
            embedAtOnce(model, 100);
        }

        assertThat(provider.requests()).isEqualTo(100);
        assertThat(provider.maxInFlight()).isEqualTo(12);
    }

    @Test
    void reachesTwoHundred() throws Exception {
        provider.gather(200);
        try (DeepInfraEmbeddingModel model = model(setup.concurrency(200, 200))) {
            embedAtOnce(model, 230);
        }

        assertThat(provider.answered(200)).isEqualTo(230);
        assertThat(provider.maxInFlight()).isEqualTo(200);
    }

    @Test
    void tellsHowManyRequestsOfHowManyTextsItTakes() {
        try (DeepInfraEmbeddingModel model = model(setup.maxInputs(8).concurrency(4, 4))) {
            assertThat(model.bulkCapacity()).isEqualTo(new BulkCapacity(8, 4));
            assertThat(model.pricePerMillionTokens()).hasValue(0.01);

            // The first one too many: half of them from then on, and perhaps one more for a round of answers.
            provider.next(Fault.status(429));
            model.embedDocuments(numbered(8));

            assertThat(model.bulkCapacity().callsAtOnce()).isBetween(2, 3);
        }
    }

    @Test
    void growsBeyondWhatItBeganWith() throws Exception {
        try (DeepInfraEmbeddingModel model = model(setup.concurrency(1, 200))) {
            // Each answer allows one more, even where there never are two at once.
            embedAtOnce(model, 2);
            provider.gather(3);
            embedAtOnce(model, 300);

            assertThat(provider.maxInFlight()).isGreaterThan(2);
            assertThat(limit()).isGreaterThan(2);
        }
    }

    @Test
    void halvesWhenItWasTooManyAndStaysBelow() throws Exception {
        provider.gather(16);
        // All sixteen that are there together are too many.
        provider.next(Collections.nCopies(16, Fault.status(429)).toArray(Fault[]::new));
        try (DeepInfraEmbeddingModel model = model(setup.concurrency(16, 16))) {
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<EmbeddingVector>> calls = IntStream.range(0, 16)
                        .mapToObj(i -> callers.submit(() ->
                                model.embedDocuments(List.of("server " + i)).getFirst()))
                        .toList();
                for (Future<EmbeddingVector> call : calls) {
                    assertThat(call.get().dimensions()).isEqualTo(DIMENSIONS);
                }
            }

            assertThat(provider.answered(429)).isEqualTo(16);
            assertThat(provider.answered(200)).isEqualTo(16);
            // Half of sixteen, and one more for a round of eight, and perhaps another.
            assertThat(limit()).isBetween(8.0, 10.0);
            provider.resetCounts();
            embedAtOnce(model, 10);
            assertThat(provider.maxInFlight()).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void findsTheNumberThatTheProviderBears() throws Exception {
        AtomicInteger waiting = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        // However busy the machine is, an answer comes when all that may be asked at once has been asked.
        DeepInfraStandIn.Pause untilAllAreThere = latency -> {
            waiting.incrementAndGet();
            Await.until("all are there", () -> waiting.get() >= Math.min((int) limit(), 400 - answered.get()));
            answered.incrementAndGet();
            waiting.decrementAndGet();
        };
        try (DeepInfraStandIn strict = DeepInfraStandIn.setup()
                        .model(ModelUnderTest.MODEL, DIMENSIONS)
                        .maxConcurrency(6)
                        .pause(untilAllAreThere)
                        .start();
                DeepInfraEmbeddingModel model =
                        setup.concurrency(2, 200).at(strict.baseUrl(), DIMENSIONS, Prompts.NONE)) {
            embedAtOnce(model, 400);

            assertThat(strict.answered(200)).isEqualTo(400);
            assertThat(strict.answered(429)).isPositive();
            // Without refusals the limit would have come to 200.
            assertThat(limit()).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void breaksOffTheOtherRequestsOfACallThatHasFailed() {
        provider.gather(4);
        provider.plan(FaultPlan.of(
                FaultRule.onInputs("poison", Fault.status(422)), FaultRule.always(new Fault.Broken(Fault.Break.HANG))));
        List<String> documents = new ArrayList<>(numbered(15));
        documents.add("poison");
        try (DeepInfraEmbeddingModel model = model(setup.maxInputs(4))) {
            EmbeddingUnavailableException failure =
                    catchThrowableOfType(EmbeddingUnavailableException.class, () -> model.embedDocuments(documents));

            assertThat(failure.reason()).isEqualTo(Reason.INPUT_REFUSED);
            // None was tried again, and none is still waited for.
            assertThat(provider.requests()).isEqualTo(4);
            assertThat(inFlight()).isZero();
        }
    }

    @Test
    void failsAtOnceAfterTooManyFailuresUntilThePauseIsOver() {
        provider.plan(FaultPlan.of(FaultRule.first(10, Fault.status(500))));
        try (DeepInfraEmbeddingModel model = model(setup)) {
            for (int i = 0; i < 2; i++) {
                assertThat(failure(model).reason()).isEqualTo(Reason.UNREACHABLE);
            }
            // The tenth failure comes in the middle of this call.
            EmbeddingUnavailableException suspended = failure(model);
            assertThat(suspended.reason()).isEqualTo(Reason.SUSPENDED);
            assertThat(provider.requests()).isEqualTo(10);
            assertThat(setup.metrics().get("cmdb.embedding.suspended").gauge().value())
                    .isEqualTo(1);

            assertThat(failure(model).reason()).isEqualTo(Reason.SUSPENDED);
            assertThat(provider.requests()).isEqualTo(10);

            setup.clock().advance(suspended.retryAfter().orElseThrow());
            assertThat(model.embedDocuments(List.of("server"))).hasSize(1);
            assertThat(setup.metrics().get("cmdb.embedding.suspended").gauge().value())
                    .isZero();
        }
    }

    @Test
    void isNotSuspendedByInputsThatAreRefused() {
        provider.plan(FaultPlan.of(FaultRule.onInputs("poison", Fault.status(422))));
        try (DeepInfraEmbeddingModel model = model(setup)) {
            for (int i = 0; i < 50; i++) {
                EmbeddingUnavailableException failure = catchThrowableOfType(
                        EmbeddingUnavailableException.class, () -> model.embedDocuments(List.of("poison")));
                assertThat(failure.reason()).isEqualTo(Reason.INPUT_REFUSED);
            }

            assertThat(model.embedDocuments(List.of("server"))).hasSize(1);
        }
    }

    /** One document each. */
    private static void embedAtOnce(DeepInfraEmbeddingModel model, int calls) throws Exception {
        List<Callable<Integer>> embedding = numbered(calls).stream()
                .<Callable<Integer>>map(text ->
                        () -> model.embedDocuments(List.of(text)).getFirst().dimensions())
                .toList();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> call : callers.invokeAll(embedding)) {
                assertThat(call.get()).isEqualTo(DIMENSIONS);
            }
        }
    }

    private static EmbeddingUnavailableException failure(DeepInfraEmbeddingModel model) {
        return catchThrowableOfType(EmbeddingUnavailableException.class, () -> model.embedDocuments(List.of("server")));
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "server " + i).toList();
    }

    private double limit() {
        return setup.metrics().get("cmdb.embedding.requests.limit").gauge().value();
    }

    private double inFlight() {
        return setup.metrics().get("cmdb.embedding.requests.in.flight").gauge().value();
    }

    private DeepInfraEmbeddingModel model(ModelUnderTest ready) {
        return ready.at(provider.baseUrl(), DIMENSIONS, Prompts.NONE);
    }
}
