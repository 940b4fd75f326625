package io.modernize.cmdb.jobs.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code Jobs}. */
record JobsPayload(List<JobRunPayload> jobs, @Nullable String endCursor, boolean hasMore) {
    JobsPayload {
        jobs = List.copyOf(jobs);
    }
}
