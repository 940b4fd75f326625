package io.modernize.cmdb.inventory.graphql;

import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.application.ImportHistory;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Two imports of Northwind and one of Harbor, each with three rejections. */
public final class InMemoryImportHistory implements ImportHistory {
    static final PastImport OLDER = past("older.csv", InMemoryTenancy.ERP, "2026-03-01T10:00:00.000001Z");
    static final PastImport NEWER = past("newer.csv", InMemoryTenancy.DATACENTRE_EXIT, "2026-03-02T10:00:00Z");
    static final PastImport FOREIGN = past("foreign.csv", InMemoryTenancy.HARBOR_CLOUD, "2026-03-03T10:00:00Z");

    private static final Map<PastImport, Engagement> ALL = Map.of(
            OLDER, InMemoryTenancy.ERP,
            NEWER, InMemoryTenancy.DATACENTRE_EXIT,
            FOREIGN, InMemoryTenancy.HARBOR_CLOUD);

    private static PastImport past(String fileName, Engagement engagement, String startedAt) {
        return new PastImport(
                new AssetImport(
                        new AssetImportId(UUID.randomUUID()),
                        engagement.id(),
                        fileName,
                        "SERVICENOW_CI",
                        10,
                        10,
                        new ImportCounts(4, 2, 1, 3)),
                Instant.parse(startedAt),
                Instant.parse(startedAt).plusSeconds(5),
                null,
                null);
    }

    @Override
    public Page<PastImport> page(TenantScope scope, @Nullable ImportPosition after, int limit) {
        return Page.forward(
                after,
                limit,
                most -> List.of(FOREIGN, NEWER, OLDER).stream()
                        .filter(past -> visible(scope, past))
                        .filter(past -> after == null || past.startedAt().isBefore(after.startedAt()))
                        .limit(most)
                        .toList());
    }

    @Override
    public Optional<PastImport> find(TenantScope scope, AssetImportId id) {
        return ALL.keySet().stream()
                .filter(past -> past.state().id().equals(id) && visible(scope, past))
                .findFirst();
    }

    @Override
    public Page<PlacedRejection> rejections(
            TenantScope scope, AssetImportId id, @Nullable RejectionPosition after, int limit) {
        if (find(scope, id).isEmpty()) {
            return new Page<>(List.of(), after != null, false);
        }
        return Page.forward(
                after,
                limit,
                most -> IntStream.rangeClosed(2, 4)
                        .filter(line -> after == null || line > after.line())
                        .limit(most)
                        .mapToObj(line -> new PlacedRejection(
                                new RejectedCell(line, "ram", "much", "is no number"), new RejectionPosition(line, 1)))
                        .toList());
    }

    @Override
    public Map<AssetId, PastImport> lastOf(TenantScope scope, Collection<AssetId> assets) {
        return Map.of();
    }

    private static boolean visible(TenantScope scope, PastImport past) {
        return Objects.requireNonNull(ALL.get(past)).clientAccountId().equals(scope.clientAccountId())
                && scope.engagements().includes(past.state().engagementId());
    }
}
