package io.modernize.cmdb.inventory.batch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The imports that run in this process, by attempt. A job's parameters can carry only plain values; its steps find the
 * rest here.
 */
@Component
class ImportRuns {
    private final Map<String, ImportRun> runs = new ConcurrentHashMap<>();
    private final Map<String, ImportSettlement> settlements = new ConcurrentHashMap<>();

    void begin(String attempt, ImportRun run) {
        runs.put(attempt, run);
    }

    ImportRun get(String attempt) {
        ImportRun run = runs.get(attempt);
        if (run == null) {
            throw new IllegalStateException("import attempt " + attempt + " does not run in this process");
        }
        return run;
    }

    void settle(String attempt, ImportSettlement settlement) {
        settlements.put(attempt, settlement);
    }

    /** Forgets the attempt; its settlement is absent where it did not come to its end. */
    Optional<ImportSettlement> end(String attempt) {
        runs.remove(attempt);
        return Optional.ofNullable(settlements.remove(attempt));
    }
}
