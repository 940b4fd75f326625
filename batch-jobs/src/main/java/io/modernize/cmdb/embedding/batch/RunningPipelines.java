package io.modernize.cmdb.embedding.batch;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts the pipelines that run now, because they share the memory for documents. */
@Component
final class RunningPipelines {
    private final AtomicInteger count = new AtomicInteger();

    void begin() {
        count.incrementAndGet();
    }

    void end() {
        count.decrementAndGet();
    }

    /** The share of each running pipeline in the bytes. */
    long shareOf(long bytes) {
        return bytes / Math.max(1, count.get());
    }
}
