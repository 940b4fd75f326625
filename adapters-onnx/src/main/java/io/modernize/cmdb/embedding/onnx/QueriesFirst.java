package io.modernize.cmdb.embedding.onnx;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets documents wait while there are queries. Both share the processors, and a document that runs beside a query makes
 * it take twice as long.
 */
final class QueriesFirst {
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition noQuery = lock.newCondition();
    private int queries;

    /** @param longestWait the time after which a document runs beside queries, so that documents get on, too */
    QueriesFirst(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** A query comes. It runs, or waits for its thread. */
    void queryComes() {
        lock.lock();
        try {
            queries++;
        } finally {
            lock.unlock();
        }
    }

    /** A query that came is answered. */
    void queryEnds() {
        lock.lock();
        try {
            queries--;
            if (queries == 0) {
                noQuery.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when there is no query, or after the longest wait. */
    void awaitNoQuery() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = longestWait.toNanos();
            while (queries > 0 && nanos > 0) {
                nanos = noQuery.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The number of documents that wait for queries now. */
    int documentsWaiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(noQuery);
        } finally {
            lock.unlock();
        }
    }
}
