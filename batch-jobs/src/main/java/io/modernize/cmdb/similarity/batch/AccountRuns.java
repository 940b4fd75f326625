package io.modernize.cmdb.similarity.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The jobs over client accounts that run in this process; their steps find here what job parameters cannot carry. */
@Component
class AccountRuns {
    private final Map<String, AccountRun> runs = new ConcurrentHashMap<>();

    void begin(String attempt, AccountRun run) {
        runs.put(attempt, run);
    }

    AccountRun get(String attempt) {
        AccountRun run = runs.get(attempt);
        if (run == null) {
            throw new IllegalStateException("attempt " + attempt + " does not run in this process");
        }
        return run;
    }

    void end(String attempt) {
        runs.remove(attempt);
    }
}
