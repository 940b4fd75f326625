package io.modernize.cmdb.inventory.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.paging.PageConnection;
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
import io.modernize.cmdb.tenancy.application.Page;
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
    PageConnection<ImportPayload> imports(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            PageCursors cursors,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
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
                ImportPayload::from,
                past -> cursors.seal(
                        scope,
                        List.of(past.startedAt().toString(), past.state().id().toString())));
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
