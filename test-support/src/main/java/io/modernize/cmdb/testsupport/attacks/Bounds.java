package io.modernize.cmdb.testsupport.attacks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The end of an attack: after so many steps, after so much time, or when somebody stops it. */
public final class Bounds {
    private final AtomicInteger stepsLeft;
    private final long endNanos;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * The bounds of one run, which begins now.
     *
     * @param steps the most requests or connections, of all threads of the attack together
     * @param longest the most time
     */
    public Bounds(int steps, Duration longest) {
        this.stepsLeft = new AtomicInteger(steps);
        this.endNanos = System.nanoTime() + longest.toNanos();
    }

    /** Whether another step is allowed. If so, it counts. */
    public boolean takeStep() {
        return goesOn() && stepsLeft.getAndDecrement() > 0;
    }

    /** Whether time is left and nobody stopped the attack. Says nothing about steps. */
    public boolean goesOn() {
        return stopped.getCount() > 0 && System.nanoTime() - endNanos < 0;
    }

    /** Ends the attack. Requests that are under way are answered. */
    public void stop() {
        stopped.countDown();
    }

    /** Waits that long, or until the attack ends. */
    public void pause(Duration length) {
        long nanos = Math.min(length.toNanos(), endNanos - System.nanoTime());
        try {
            if (stopped.await(nanos, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
