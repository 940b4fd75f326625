package io.modernize.cmdb.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.application.QueryLength;
import io.modernize.cmdb.testsupport.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InferenceLanesTests {
    private final InferenceLanes lanes = new InferenceLanes(1, 1, 1, 3, new QueriesFirst(Duration.ZERO));
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        lanes.close();
    }

    @Test
    void returnsABatchInItsOrder() {
        List<Callable<Integer>> runs =
                IntStream.range(0, 10).<Callable<Integer>>mapToObj(i -> () -> i).toList();

        assertThat(lanes.runBatch(runs)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void answersAQueryWhileABatchRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(3);
        Callable<String> blocked = () -> blockUntilReleased(running);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> batch = callers.submit(() -> lanes.runBatch(List.of(blocked, blocked, blocked)));
            running.await();

            assertThat(lanes.<String>runQuery(QueryLength.SHORT, () -> "answered"))
                    .isEqualTo("answered");

            release.countDown();
            assertThat(batch.get()).hasSize(3);
        }
    }

    @Test
    void answersAShortQueryWhileALongOneRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> query =
                    callers.submit(() -> lanes.runQuery(QueryLength.LONG, () -> blockUntilReleased(running)));
            running.await();

            assertThat(lanes.<String>runQuery(QueryLength.SHORT, () -> "answered"))
                    .isEqualTo("answered");

            release.countDown();
            assertThat(query.get()).isEqualTo("released");
        }
    }

    @Test
    void letsDocumentsWaitWhileAQueryRuns() throws Exception {
        QueriesFirst queriesFirst = new QueriesFirst(Duration.ofMinutes(5));
        BlockingQueue<String> order = new LinkedBlockingQueue<>();
        CountDownLatch running = new CountDownLatch(1);
        try (InferenceLanes patient = new InferenceLanes(1, 1, 1, 1, queriesFirst);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> query = callers.submit(() -> patient.runQuery(QueryLength.LONG, () -> {
                blockUntilReleased(running);
                return order.add("query");
            }));
            running.await();
            Callable<Boolean> document = () -> order.add("document");
            Future<List<Boolean>> batch = callers.submit(() -> patient.runBatch(List.of(document)));
            Await.until("the document waits for the query", () -> queriesFirst.documentsWaiting() == 1);

            release.countDown();
            query.get();
            batch.get();
        }

        assertThat(order).containsExactly("query", "document");
    }

    @Test
    void turnsAQueryAwayWhereTooManyWait() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch turnedAway = new CountDownLatch(1);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first =
                    callers.submit(() -> lanes.runQuery(QueryLength.SHORT, () -> blockUntilReleased(running)));
            running.await();
            // One of these two waits, for which one there is room.
            Callable<String> contender = () -> {
                try {
                    return lanes.runQuery(QueryLength.SHORT, () -> "answered");
                } catch (EmbeddingUnavailableException e) {
                    turnedAway.countDown();
                    return e.reason().name();
                }
            };
            List<Future<String>> contenders = List.of(callers.submit(contender), callers.submit(contender));
            turnedAway.await();
            release.countDown();

            assertThat(first.get()).isEqualTo("released");
            assertThat(List.of(contenders.getFirst().get(), contenders.getLast().get()))
                    .containsExactlyInAnyOrder("answered", "OVERLOADED");
        }
    }

    @Test
    void servesOneBatchAtATime() throws Exception {
        AtomicInteger batchesRunning = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> counting = () -> {
            most.accumulateAndGet(batchesRunning.incrementAndGet(), Math::max);
            Thread.yield();
            return batchesRunning.decrementAndGet();
        };

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Integer>>> batches = IntStream.range(0, 20)
                    .<Callable<List<Integer>>>mapToObj(i -> () -> lanes.runBatch(List.of(counting)))
                    .toList();
            for (Future<List<Integer>> batch : callers.invokeAll(batches)) {
                batch.get();
            }
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void givesUpOnInterruptionAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> lanes.runQuery(QueryLength.SHORT, () -> blockUntilReleased(new CountDownLatch(1))))
                .isInstanceOfSatisfying(
                        EmbeddingUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void reportsAFailedRunAsUnreachableWithItsCause() {
        IllegalStateException failure = new IllegalStateException("native failure");
        Callable<String> failing = () -> {
            throw failure;
        };

        assertThatThrownBy(() -> lanes.runBatch(List.of(failing)))
                .isInstanceOf(EmbeddingUnavailableException.class)
                .hasCause(failure);
        assertThat(lanes.<String>runBatch(List.of(() -> "works again"))).containsExactly("works again");
    }

    @Test
    void refusesWorkOnceClosed() {
        lanes.close();

        assertThatThrownBy(() -> lanes.runQuery(QueryLength.SHORT, () -> "late"))
                .isInstanceOf(EmbeddingUnavailableException.class)
                .hasMessageContaining("shut down");
    }

    @Test
    void tellsCallersThatWaitWhenItIsClosed() throws Exception {
        CountDownLatch running = new CountDownLatch(3);
        CountDownLatch first = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = List.of(
                    () -> lanes.runQuery(QueryLength.SHORT, () -> blockUntilReleased(first)),
                    () -> lanes.runQuery(QueryLength.SHORT, () -> blockUntilReleased(first)),
                    () -> lanes.runBatch(List.<Callable<String>>of(() -> blockUntilReleased(running)))
                            .getFirst());
            List<Future<String>> results = calls.stream().map(callers::submit).toList();
            first.await();
            lanes.close();

            for (Future<String> result : results) {
                assertThatThrownBy(result::get).hasCauseInstanceOf(EmbeddingUnavailableException.class);
            }
        }
    }

    private String blockUntilReleased(CountDownLatch running) throws InterruptedException {
        running.countDown();
        release.await();
        return "released";
    }
}
