package io.modernize.cmdb.jobs;

import java.util.UUID;

/** Identifies a run of a job. */
public record JobRunId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
