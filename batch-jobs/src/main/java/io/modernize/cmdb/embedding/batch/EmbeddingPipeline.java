package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.BulkCapacity;
import io.modernize.cmdb.embedding.application.DueDocument;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.RememberedDocuments;
import io.modernize.cmdb.jobs.batch.AttemptResults;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads due assets and embeds them. It makes as many calls at once as the model takes, and some more, so that the model
 * has work while results are stored. Results come in any order, because what is due is asked of the data.
 *
 * <p>After a failure no call begins any more, but the results of running calls are still returned: they are paid for.
 *
 * <p>Memory: at most {@link #mostDocuments} documents of all pipelines are in memory, however many are due.
 */
class EmbeddingPipeline implements ItemStreamReader<EmbeddedAssets> {
    /**
     * The greatest number of documents that one transaction stores. Larger transactions are no faster, and lose more.
     */
    private static final int MOST_AT_ONCE = 1_024;

    /** One spare call is prepared for each of so many calls. */
    private static final int CALLS_PER_SPARE = 4;

    /**
     * The greatest size of a document in memory, without its vector: 2,000 characters of two bytes, and these again in
     * the request, where a character may take six. Its asset is not in memory any more ({@link DueAssets}).
     */
    private static final int BYTES_PER_DOCUMENT = 16 * 1_024;

    /**
     * The bytes for each dimension: of the answer as text and as bytes, of the vector, and of its copy for the
     * statement.
     */
    private static final int BYTES_PER_DIMENSION = 24;

    /** The share of the heap that the documents of all pipelines in memory may take. */
    private static final int HEAP_SHARE = 4;

    private final EmbeddingRun run;
    private final AttemptResults results;
    private final DueAssets due;
    private final EmbedDueAssets embedDueAssets;
    private final RunningPipelines running;

    /** Equal ones of a run are embedded once. */
    private final RememberedDocuments documents = new RememberedDocuments();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletionService<EmbeddedAssets> finished = new ExecutorCompletionService<>(threads);
    private int underWay;
    private boolean open;
    private @Nullable RuntimeException failure;

    EmbeddingPipeline(
            EmbeddingRun run,
            AttemptResults results,
            DueAssets due,
            EmbedDueAssets embedDueAssets,
            RunningPipelines running) {
        this.run = run;
        this.results = results;
        this.due = due;
        this.embedDueAssets = embedDueAssets;
        this.running = running;
    }

    @Override
    public void open(ExecutionContext context) {
        // There is nothing to go on from: what is due is asked of the data.
        if (!open) {
            open = true;
            running.begin();
        }
    }

    @Override
    public @Nullable EmbeddedAssets read() throws InterruptedException {
        while (true) {
            beginCalls();
            if (underWay == 0) {
                if (failure != null) {
                    throw failure;
                }
                return null;
            }
            Optional<EmbeddedAssets> first = result(finished.take());
            if (first.isPresent()) {
                return withWhatElseIsFinished(first.get());
            }
        }
    }

    /** Cancels the running calls. The step and the end of its scope both close it. */
    @Override
    public void close() {
        if (open) {
            open = false;
            running.end();
        }
        threads.shutdownNow();
        threads.close();
    }

    private void beginCalls() {
        BulkCapacity capacity = embedDueAssets.capacity(run.space());
        int calls = calls(
                capacity,
                run.space().dimensions(),
                running.shareOf(Runtime.getRuntime().maxMemory()));
        while (failure == null
                && underWay < calls
                && !run.reached(results).isBudgetSpent()
                && !run.progress().isStopRequested()) {
            List<DueDocument> documentsOfCall = due.next(capacity);
            if (documentsOfCall.isEmpty()) {
                return;
            }
            finished.submit(() -> embed(documentsOfCall));
            underWay++;
        }
    }

    /**
     * The number of calls to run at once.
     *
     * @param maxMemory the bytes of the heap, as far as they are for this pipeline
     */
    static int calls(BulkCapacity capacity, int dimensions, long maxMemory) {
        if (capacity.callsAtOnce() == 1) {
            return 1;
        }
        int wanted = capacity.callsAtOnce() + Math.ceilDiv(capacity.callsAtOnce(), CALLS_PER_SPARE);
        return Math.clamp(mostDocuments(dimensions, maxMemory) / capacity.documentsPerCall(), 1, wanted);
    }

    /** The number of documents that may be in memory: as many as fit into a quarter of the heap. */
    static long mostDocuments(int dimensions, long maxMemory) {
        return maxMemory / HEAP_SHARE / (BYTES_PER_DOCUMENT + (long) BYTES_PER_DIMENSION * dimensions);
    }

    private EmbeddedAssets embed(List<DueDocument> documentsOfCall) {
        while (true) {
            try {
                run.pauses().awaitEnd();
                EmbeddedAssets embedded = embedDueAssets.embed(run.space(), documentsOfCall, documents);
                run.pauses().over();
                return embedded;
            } catch (EmbeddingUnavailableException e) {
                run.pauses().begin(e);
            }
        }
    }

    private EmbeddedAssets withWhatElseIsFinished(EmbeddedAssets first) {
        EmbeddedAssets together = first;
        while (together.size() < MOST_AT_ONCE) {
            Future<EmbeddedAssets> next = finished.poll();
            if (next == null) {
                return together;
            }
            Optional<EmbeddedAssets> more = result(next);
            if (more.isPresent()) {
                together = together.and(more.get());
            }
        }
        return together;
    }

    private Optional<EmbeddedAssets> result(Future<EmbeddedAssets> future) {
        underWay--;
        try {
            return Optional.of(future.get());
        } catch (ExecutionException e) {
            RuntimeException cause =
                    e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
            if (failure == null) {
                failure = cause;
            }
        } catch (InterruptedException e) {
            // It is done already, so nobody waits.
            throw new IllegalStateException(e);
        }
        return Optional.empty();
    }
}
