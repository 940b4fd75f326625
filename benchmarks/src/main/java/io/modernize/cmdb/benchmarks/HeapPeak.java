package io.modernize.cmdb.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the greatest use of the heap, including garbage that is not collected yet. It looks every few milliseconds.
 */
final class HeapPeak implements AutoCloseable {
    private static final int MILLISECONDS = 20;

    private final AtomicLong most = new AtomicLong();
    private final Thread watcher;

    private HeapPeak() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        watcher = Thread.ofPlatform().daemon().unstarted(() -> {
            try {
                while (true) {
                    most.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
                    Thread.sleep(MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static HeapPeak watch() {
        System.gc();
        HeapPeak peak = new HeapPeak();
        peak.watcher.start();
        return peak;
    }

    /** The greatest use so far. */
    long bytes() {
        return most.get();
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
