package io.modernize.cmdb.inventory.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.lookups.EngagementLookUp;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.api.lookups.ScopedLookUp;
import io.modernize.cmdb.api.paging.PageConnection;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.inventory.application.ImportHistory;
import io.modernize.cmdb.inventory.application.ImportHistory.ImportPosition;
import io.modernize.cmdb.inventory.application.ImportHistory.PastImport;
import io.modernize.cmdb.inventory.application.ImportHistory.PlacedRejection;
import io.modernize.cmdb.inventory.application.ImportHistory.RejectionPosition;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.graphql.JobRunPayload;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Shows imports and their rejections. */
@Controller
final class ImportHistoryController {
    private static final int MAX_PAGE = 100;

    private final ImportHistory history;
    private final JobRuns runs;
    private final EngagementLookUp engagements;
    private final Clock clock;

    ImportHistoryController(ImportHistory history, JobRuns runs, EngagementLookUp engagements, Clock clock) {
        this.history = history;
        this.runs = runs;
        this.engagements = engagements;
        this.clock = clock;
    }

    /** The method has no argument {@code engagementId}, because it has become part of the scope. */
    @QueryMapping
    PageConnection<ImportPayload> imports(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            PageCursors cursors,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return page(scope, cursors, first, after);
    }

    /** The imports into the engagement that the scope was narrowed to. */
    @SchemaMapping(typeName = "Engagement", field = "imports")
    PageConnection<ImportPayload> ofEngagement(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            PageCursors cursors,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return page(scope, cursors, first, after);
    }

    private PageConnection<ImportPayload> page(
            TenantScope scope, PageCursors cursors, @Nullable Integer first, @Nullable String after) {
        Page<PastImport> page = history.page(
                scope,
                cursors.open(
                        scope,
                        "after",
                        after,
                        place -> new ImportPosition(Instant.parse(place.get(0)), importId(place.get(1)))),
                PageSize.of(first, MAX_PAGE));
        return PageConnection.from(
                page,
                past -> ImportPayload.from(scope, past),
                past -> cursors.seal(
                        scope,
                        List.of(past.startedAt().toString(), past.state().id().toString())));
    }

    @QueryMapping
    @Nullable
    ImportReportPayload importReport(@Requires(DATA_FULL_ACCESS) TenantScope scope, @Argument String id) {
        return history.find(scope, importId(Uuids.parse("id", id)))
                .map(past -> new ImportReportPayload(
                        ImportPayload.from(scope, past), scope, past.state().id()))
                .orElse(null);
    }

    @SchemaMapping(typeName = "ImportReport", field = "import")
    ImportPayload summary(ImportReportPayload report) {
        return report.summary();
    }

    @BatchMapping(typeName = "Import")
    Map<ImportPayload, EngagementPayload> engagement(List<ImportPayload> imports) {
        return engagements.of(imports);
    }

    /** The jobs that ran the imports, with one look-up for each scope. A job that is no longer kept is absent. */
    @BatchMapping(typeName = "Import")
    Map<ImportPayload, JobRunPayload> job(List<ImportPayload> imports) {
        return ScopedLookUp.of(imports, ImportPayload::scope, ImportPayload::jobId, this::jobs);
    }

    private Map<JobRunId, JobRunPayload> jobs(TenantScope scope, Set<JobRunId> ids) {
        return runs.findAll(scope, ids).stream()
                .collect(Collectors.toMap(JobRun::id, run -> JobRunPayload.from(scope, run, clock.instant())));
    }

    /** The rejections of one import at a time, because no list leads to reports. */
    @SchemaMapping(typeName = "ImportReport")
    PageConnection<ImportRejectionPayload> rejections(
            ImportReportPayload report,
            PageCursors cursors,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        Page<PlacedRejection> page = history.rejections(
                report.scope(),
                report.id(),
                cursors.open(
                        report.scope(),
                        "after",
                        after,
                        place -> new RejectionPosition(Long.parseLong(place.get(0)), Integer.parseInt(place.get(1)))),
                PageSize.of(first, MAX_PAGE));
        return PageConnection.from(
                page,
                rejection -> ImportRejectionPayload.from(rejection.cell()),
                rejection -> cursors.seal(
                        report.scope(),
                        List.of(
                                Long.toString(rejection.position().line()),
                                Integer.toString(rejection.position().ofLine()))));
    }

    private static AssetImportId importId(String id) {
        return importId(UUID.fromString(id));
    }

    private static AssetImportId importId(UUID id) {
        return new AssetImportId(id);
    }
}
