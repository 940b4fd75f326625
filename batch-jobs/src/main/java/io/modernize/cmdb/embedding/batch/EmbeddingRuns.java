package io.modernize.cmdb.embedding.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The embedding jobs that run in this process; their steps find here what job parameters cannot carry. */
@Component
class EmbeddingRuns {
    private final Map<String, EmbeddingRun> runs = new ConcurrentHashMap<>();

    void begin(String attempt, EmbeddingRun run) {
        runs.put(attempt, run);
    }

    EmbeddingRun get(String attempt) {
        EmbeddingRun run = runs.get(attempt);
        if (run == null) {
            throw new IllegalStateException("embedding attempt " + attempt + " does not run in this process");
        }
        return run;
    }

    void end(String attempt) {
        runs.remove(attempt);
    }
}
