package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The arguments of the fields {@code Query.jobs} and {@code Engagement.jobs}. */
record JobListArguments(
        @Nullable List<JobKind> kinds,
        @Nullable List<JobStatus> statuses,
        @Nullable Integer first,
        @Nullable String after) {
    private static final int MAX_PAGE = 100;

    /** Empty for all kinds. */
    Set<JobKind> kindsOrAll() {
        return kinds == null ? Set.of() : Set.copyOf(kinds);
    }

    /** Empty for all statuses. */
    Set<JobStatus> statusesOrAll() {
        return statuses == null ? Set.of() : Set.copyOf(statuses);
    }

    int size() {
        return PageSize.of(first, MAX_PAGE);
    }

    /** The place that a cursor of the list stands for. */
    static JobRunId place(List<String> place) {
        return new JobRunId(UUID.fromString(place.getFirst()));
    }
}
