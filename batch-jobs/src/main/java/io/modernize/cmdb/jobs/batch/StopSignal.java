package io.modernize.cmdb.jobs.batch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the workers of the queue that the service stops, also while they wait. */
final class StopSignal {
    private volatile CountDownLatch given = new CountDownLatch(1);

    /** Takes the signal back: the service goes on. */
    void clear() {
        given = new CountDownLatch(1);
    }

    void give() {
        given.countDown();
    }

    boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Waits for the signal, and returns whether it was given in this time. */
    boolean await(Duration time) {
        try {
            return given.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
