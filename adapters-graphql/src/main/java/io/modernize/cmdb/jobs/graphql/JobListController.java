package io.modernize.cmdb.jobs.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.lookups.EngagementLookUp;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.api.paging.PageConnection;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Shows jobs, and answers their field {@code engagement}. */
@Controller
final class JobListController {
    private final JobRuns runs;
    private final EngagementLookUp engagements;
    private final Clock clock;

    JobListController(JobRuns runs, EngagementLookUp engagements, Clock clock) {
        this.runs = runs;
        this.engagements = engagements;
        this.clock = clock;
    }

    /** The method has no argument {@code engagementId}, because it has become part of the scope. */
    @QueryMapping
    PageConnection<JobRunPayload> jobs(
            @Requires(DATA_FULL_ACCESS) TenantScope scope, PageCursors cursors, @Arguments JobListArguments arguments) {
        return page(scope, cursors, arguments);
    }

    /** The jobs of the engagement that the scope was narrowed to. */
    @SchemaMapping(typeName = "Engagement", field = "jobs")
    PageConnection<JobRunPayload> ofEngagement(
            @Requires(DATA_FULL_ACCESS) TenantScope scope, PageCursors cursors, @Arguments JobListArguments arguments) {
        return page(scope, cursors, arguments);
    }

    private PageConnection<JobRunPayload> page(TenantScope scope, PageCursors cursors, JobListArguments arguments) {
        return PageConnection.from(
                runs.list(
                        scope,
                        arguments.kindsOrAll(),
                        arguments.statusesOrAll(),
                        cursors.open(scope, "after", arguments.after(), JobListArguments::place),
                        arguments.size()),
                run -> JobRunPayload.from(scope, run, clock.instant()),
                run -> cursors.seal(scope, List.of(run.id().toString())));
    }

    @QueryMapping
    @Nullable
    JobRunPayload job(@Requires(DATA_FULL_ACCESS) TenantScope scope, @Argument String id) {
        return runs.find(scope, new JobRunId(Uuids.parse("id", id)))
                .map(run -> JobRunPayload.from(scope, run, clock.instant()))
                .orElse(null);
    }

    @BatchMapping(typeName = "JobRun")
    Map<JobRunPayload, EngagementPayload> engagement(List<JobRunPayload> jobs) {
        return engagements.of(jobs);
    }
}
