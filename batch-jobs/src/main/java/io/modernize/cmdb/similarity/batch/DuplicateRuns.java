package io.modernize.cmdb.similarity.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The searches for duplicates that run in this process; their steps find here what job parameters cannot carry. */
@Component
class DuplicateRuns {
    private final Map<String, DuplicateRun> runs = new ConcurrentHashMap<>();

    void begin(String attempt, DuplicateRun run) {
        runs.put(attempt, run);
    }

    DuplicateRun get(String attempt) {
        DuplicateRun run = runs.get(attempt);
        if (run == null) {
            throw new IllegalStateException("search for duplicates " + attempt + " does not run in this process");
        }
        return run;
    }

    void end(String attempt) {
        runs.remove(attempt);
    }
}
