package io.modernize.cmdb.inventory.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.inventory.application.ImportHistory;
import io.modernize.cmdb.inventory.application.ImportHistory.ImportPosition;
import io.modernize.cmdb.inventory.application.ImportHistory.PastImport;
import io.modernize.cmdb.inventory.application.ImportHistory.PlacedRejection;
import io.modernize.cmdb.inventory.application.ImportHistory.RejectionPosition;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Shows imports and their rejections. */
@Controller
final class ImportHistoryController {
    private static final int MAX_PAGE = 100;

    private final ImportHistory history;

    ImportHistoryController(ImportHistory history) {
        this.history = history;
    }

    /** The method has no argument {@code engagementId}, because it has become part of the scope. */
    @QueryMapping
    ImportsPayload imports(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            PageCursors cursors,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        int limit = PageSize.of(first, MAX_PAGE);
        List<PastImport> found = history.page(
                scope,
                cursors.open(
                        scope,
                        "after",
                        after,
                        place -> new ImportPosition(Instant.parse(place.get(0)), importId(place.get(1)))),
                limit + 1);
        List<PastImport> page = found.stream().limit(limit).toList();
        return new ImportsPayload(
                page.stream().map(ImportPayload::from).toList(),
                page.isEmpty()
                        ? null
                        : cursors.seal(
                                scope,
                                List.of(
                                        page.getLast().startedAt().toString(),
                                        page.getLast().state().id().toString())),
                found.size() > limit);
    }

    @QueryMapping
    @Nullable
    ImportReportPayload importReport(@Requires(DATA_FULL_ACCESS) TenantScope scope, @Argument String id) {
        return history.find(scope, importId(Uuids.parse("id", id)))
                .map(past -> new ImportReportPayload(
                        ImportPayload.from(past), scope, past.state().id()))
                .orElse(null);
    }

    @SchemaMapping(typeName = "ImportReport", field = "import")
    ImportPayload summary(ImportReportPayload report) {
        return report.summary();
    }

    /** The rejections of one import at a time, because no list leads to reports. */
    @SchemaMapping(typeName = "ImportReport")
    ImportRejectionsPayload rejections(
            ImportReportPayload report,
            PageCursors cursors,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        int limit = PageSize.of(first, MAX_PAGE);
        List<PlacedRejection> found = history.rejections(
                report.scope(),
                report.id(),
                cursors.open(
                        report.scope(),
                        "after",
                        after,
                        place -> new RejectionPosition(Long.parseLong(place.get(0)), Integer.parseInt(place.get(1)))),
                limit + 1);
        List<PlacedRejection> page = found.stream().limit(limit).toList();
        return new ImportRejectionsPayload(
                page.stream()
                        .map(rejection -> ImportRejectionPayload.from(rejection.cell()))
                        .toList(),
                page.isEmpty()
                        ? null
                        : cursors.seal(
                                report.scope(),
                                List.of(
                                        Long.toString(page.getLast().position().line()),
                                        Integer.toString(
                                                page.getLast().position().ofLine()))),
                found.size() > limit);
    }

    private static AssetImportId importId(String id) {
        return importId(UUID.fromString(id));
    }

    private static AssetImportId importId(UUID id) {
        return new AssetImportId(id);
    }
}
