package io.modernize.cmdb.testsupport.attacks;

import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Imports and other jobs that an attacker starts and waits for. */
final class StartedJobs {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Caller caller;

    StartedJobs(Caller caller) {
        this.caller = caller;
    }

    /** The id of the import's job; empty if the upload or the start was refused. */
    String startImport(String engagement, Supplier<? extends InputStream> content) {
        String upload = caller.upload(engagement, "rows.jsonl", content);
        return upload.isEmpty()
                ? ""
                : start(AttackDocuments.START_IMPORT, Map.of("engagement", engagement, "upload", upload));
    }

    /** The id of the job that a mutation starts, or that does the same work already; empty if it was refused. */
    String start(String mutation, Map<String, ?> variables) {
        JsonNode data = caller.data(mutation, variables);
        return data.isObject()
                ? data.values().iterator().next().path("job").path("id").asString("")
                : "";
    }

    /** Waits for the end of a job or of the bounds. Counts how the job ended. */
    void awaitEnd(String job, Bounds bounds) {
        while (!job.isEmpty() && bounds.goesOn()) {
            String status = caller.data(AttackDocuments.JOB, Map.of("id", job))
                    .path("job")
                    .path("status")
                    .asString("");
            if (!status.isEmpty() && !status.equals("QUEUED") && !status.equals("RUNNING")) {
                caller.tally().add("job " + status);
                return;
            }
            bounds.pause(BETWEEN_LOOKS);
        }
    }
}
