package io.modernize.cmdb.embedding.onnx;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.application.QueryLength;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of the model: a lane for short queries, one for long queries, and one for documents. A query never waits
 * behind a batch of documents, and a short query never waits behind a long one. The lanes share only the processors, and
 * there documents make way for queries ({@link QueriesFirst}).
 *
 * <p>The lanes have platform threads of their own, because a run is a native call. On a virtual thread of the caller it
 * would keep the carrier.
 */
final class InferenceLanes implements AutoCloseable {
    /**
     * The greatest number of waiting queries of a length. Callers that share the lanes by {@link #queriesAtOnce} hardly
     * ever wait here. At some 4 ms a short query, more would wait longer than half a second, and are better refused.
     */
    static final int WAITING_QUERIES = 128;

    /** The longest time for which each run of a document waits for queries. */
    private static final Duration LONGEST_WAIT_FOR_QUERIES = Duration.ofMillis(100);

    private final ThreadPoolExecutor shortQueries;
    private final ThreadPoolExecutor longQueries;
    private final ThreadPoolExecutor documents;
    private final QueriesFirst queriesFirst;

    /**
     * Allows one batch at a time. A batch fills the lane anyway, and this bounds the queue of the lane. It is fair, so
     * that no batch waits for ever.
     */
    private final Semaphore batch = new Semaphore(1, true);

    /**
     * @param shortQueryThreads the number of short queries that run at once
     * @param longQueryThreads the number of long queries that run at once
     * @param queueLength the number of queries of each length that may wait for a thread
     */
    InferenceLanes(
            int shortQueryThreads,
            int longQueryThreads,
            int queueLength,
            int documentThreads,
            QueriesFirst queriesFirst) {
        this.shortQueries = lane("embed-query-", shortQueryThreads, queueLength);
        this.longQueries = lane("embed-long-query-", longQueryThreads, queueLength);
        this.queriesFirst = queriesFirst;
        // One task per thread and batch. Twice, as those of an interrupted batch may still be on their way out.
        this.documents = lane("embed-document-", documentThreads, 2 * documentThreads);
    }

    /**
     * The lanes for a number of processors. The runtime spreads a single run over all processors already, so a second
     * run at the same time gains some 5 % on two processors, and a third one loses. If there are more processors than a
     * short text can use, more runs use them.
     */
    static InferenceLanes forProcessors(int processors) {
        return new InferenceLanes(
                Math.max(1, processors / 2),
                Math.max(1, processors / 4),
                WAITING_QUERIES,
                Math.max(1, processors / 4),
                new QueriesFirst(LONGEST_WAIT_FOR_QUERIES));
    }

    /** The number of queries of the length that run at once. */
    int queriesAtOnce(QueryLength length) {
        return laneOf(length).getMaximumPoolSize();
    }

    /** The number of documents that run at once. */
    int documentsAtOnce() {
        return documents.getMaximumPoolSize();
    }

    /** @throws EmbeddingUnavailableException if too many queries wait already, or on interruption */
    <T> T runQuery(QueryLength length, Callable<T> run) {
        queriesFirst.queryComes();
        try {
            return result(submit(laneOf(length), run));
        } finally {
            queriesFirst.queryEnds();
        }
    }

    private ThreadPoolExecutor laneOf(QueryLength length) {
        return switch (length) {
            case SHORT -> shortQueries;
            case LONG -> longQueries;
        };
    }

    private static <T> T result(Future<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(true);
            throw interrupted(e);
        } catch (CancellationException e) {
            throw shutDown(e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /**
     * Runs a batch, after those that came before it.
     *
     * @return the results in the order of the runs
     * @throws EmbeddingUnavailableException on interruption
     */
    <T> List<T> runBatch(List<? extends Callable<T>> runs) {
        try {
            batch.acquire();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return runStrided(runs);
        } finally {
            batch.release();
        }
    }

    /**
     * Runs a batch on several threads. Thread {@code t} of {@code n} takes the runs {@code t}, {@code t + n}, {@code t
     * + 2n}, …
     */
    private <T> List<T> runStrided(List<? extends Callable<T>> runs) {
        int strides = Math.min(documents.getMaximumPoolSize(), runs.size());
        List<Future<List<T>>> futures = new ArrayList<>(strides);
        try {
            for (int stride = 0; stride < strides; stride++) {
                int first = stride;
                futures.add(submit(documents, () -> runEvery(strides, first, runs)));
            }
            List<List<T>> results = new ArrayList<>(strides);
            for (Future<List<T>> future : futures) {
                results.add(future.get());
            }
            List<T> ordered = new ArrayList<>(runs.size());
            for (int i = 0; i < runs.size(); i++) {
                ordered.add(results.get(i % strides).get(i / strides));
            }
            return ordered;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (CancellationException e) {
            throw shutDown(e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            // Nothing to cancel unless something failed: then the rest of the batch is of no use.
            futures.forEach(future -> future.cancel(true));
        }
    }

    private <T> List<T> runEvery(int strides, int first, List<? extends Callable<T>> runs) throws Exception {
        List<T> results = new ArrayList<>();
        for (int i = first; i < runs.size(); i += strides) {
            // Native runs do not notice an interrupt; between two of them it is heeded.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            queriesFirst.awaitNoQuery();
            results.add(runs.get(i).call());
        }
        return results;
    }

    /** Ends the threads after the present run. Waiting callers are told. */
    @Override
    public void close() {
        shutDown(shortQueries);
        shutDown(longQueries);
        shutDown(documents);
    }

    private static void shutDown(ThreadPoolExecutor lane) {
        for (Runnable waiting : lane.shutdownNow()) {
            // A run that never starts never ends: its caller would wait for ever.
            if (waiting instanceof Future<?> future) {
                future.cancel(false);
            }
        }
    }

    private static <T> Future<T> submit(ThreadPoolExecutor lane, Callable<T> run) {
        try {
            return lane.submit(run);
        } catch (RejectedExecutionException e) {
            throw new EmbeddingUnavailableException(
                    Reason.OVERLOADED,
                    lane.isShutdown() ? "the embedding model is shut down" : "too many texts wait to be embedded",
                    null,
                    e);
        }
    }

    private static EmbeddingUnavailableException shutDown(CancellationException e) {
        return new EmbeddingUnavailableException(Reason.UNREACHABLE, "the embedding model is shut down", null, e);
    }

    private static EmbeddingUnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EmbeddingUnavailableException(Reason.UNREACHABLE, "interrupted while embedding", null, e);
    }

    private static EmbeddingUnavailableException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof EmbeddingUnavailableException unavailable) {
            return unavailable;
        }
        return new EmbeddingUnavailableException(Reason.UNREACHABLE, "the embedding model failed", null, e.getCause());
    }

    private static ThreadPoolExecutor lane(String threadPrefix, int threads, int queueLength) {
        // Daemons: a JVM that ends without closing the context does not hang on them.
        ThreadFactory daemons =
                Thread.ofPlatform().daemon().name(threadPrefix, 1).factory();
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queueLength), daemons);
    }
}
