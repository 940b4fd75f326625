package io.modernize.cmdb.embedding.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.QueryLength;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import io.modernize.cmdb.testsupport.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many queries of one client account, and some of others. */
class QueryPlacesTests {
    private static final ClientAccountId BUSY = new ClientAccountId(UUID.randomUUID());
    private static final ClientAccountId QUIET = new ClientAccountId(UUID.randomUUID());
    private static final String LONG = "long ";

    private final HeldModel model = new HeldModel();
    private final EmbeddingModels models = new EmbeddingModels(model, Optional.empty());
    private final QueryPlaces places = new QueryPlaces(models, Optional::empty);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Embeds one query of each length at a time, and each only when it is let. */
    private static final class HeldModel implements EmbeddingModel {
        private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        private final Semaphore ends = new Semaphore(0);

        @Override
        public ModelProfile profile() {
            return new ModelProfile("test", "held", 2, 1, 512);
        }

        @Override
        public List<EmbeddingVector> embedDocuments(List<String> documents) {
            throw new UnsupportedOperationException("queries are no documents");
        }

        @Override
        public QueryLength lengthOf(String query) {
            return query.startsWith(LONG) ? QueryLength.LONG : QueryLength.SHORT;
        }

        @Override
        public int queriesAtOnce(QueryLength length) {
            return 1;
        }

        @Override
        public EmbeddingVector embedQuery(String query) {
            begun.add(query);
            ends.acquireUninterruptibly();
            return EmbeddingVector.normalised(new float[] {1, 0});
        }

        private String awaitBegin() throws InterruptedException {
            String query = begun.poll(5, TimeUnit.MINUTES);
            assertThat(query).as("a query begins").isNotNull();
            return query;
        }
    }

    @AfterEach
    void endThreads() {
        model.ends.release(1_000);
        threads.close();
    }

    @Test
    void theQueryOfAnotherClientAccountIsNextHoweverManyWait() throws Exception {
        ask(BUSY, "busy 0");
        List<String> order = new ArrayList<>(List.of(model.awaitBegin()));
        for (int i = 1; i <= 8; i++) {
            ask(BUSY, "busy " + i);
            awaitWaiting(i);
        }
        ask(QUIET, "quiet 0");
        awaitWaiting(9);
        ask(QUIET, "quiet 1");
        awaitWaiting(10);

        for (int i = 0; i < 4; i++) {
            model.ends.release();
            order.add(model.awaitBegin());
        }

        assertThat(order).containsExactly("busy 0", "quiet 0", "busy 1", "quiet 1", "busy 2");
    }

    @Test
    void aShortQueryDoesNotWaitForALongOne() throws Exception {
        ask(BUSY, LONG + "text");
        assertThat(model.awaitBegin()).isEqualTo(LONG + "text");

        ask(BUSY, "short");

        assertThat(model.awaitBegin()).isEqualTo("short");
    }

    @Test
    void refusesAClientAccountWhoseQueriesWaitInGreatNumber() throws Exception {
        ask(BUSY, "busy 0");
        model.awaitBegin();
        for (int i = 1; i <= 32; i++) {
            ask(BUSY, "busy " + i);
            awaitWaiting(i);
        }

        assertThatThrownBy(() -> places.embed(BUSY, model, "one more")).isInstanceOf(OverloadedException.class);

        ask(QUIET, "quiet");
        awaitWaiting(33);
        model.ends.release();
        assertThat(model.awaitBegin()).isEqualTo("quiet");
    }

    @Test
    void waitsNoLongerThanTheRequestMayTake() throws Exception {
        QueryPlaces late = new QueryPlaces(models, () -> Optional.of(Duration.ofNanos(1)));
        threads.submit(() -> late.embed(BUSY, model, "busy"));
        model.awaitBegin();

        assertThatThrownBy(() -> late.embed(QUIET, model, "quiet")).isInstanceOf(OverloadedException.class);
        assertThat(late.waiting()).isZero();
    }

    @Test
    void givesUpOnInterruptionAndKeepsTheInterrupt() throws Exception {
        ask(BUSY, "busy");
        model.awaitBegin();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> places.embed(QUIET, model, "quiet")).isInstanceOf(EmbeddingUnavailableException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private Future<EmbeddingVector> ask(ClientAccountId clientAccountId, String query) {
        return threads.submit(() -> places.embed(clientAccountId, model, query));
    }

    private void awaitWaiting(int queries) {
        Await.until(queries + " queries wait", () -> places.waiting() == queries);
    }
}
