package io.modernize.cmdb.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetImportLog.ImportOrigin;
import io.modernize.cmdb.inventory.application.AssetImportLog.NewAssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.application.ImportHistory;
import io.modernize.cmdb.inventory.application.ImportHistory.PastImport;
import io.modernize.cmdb.inventory.application.ImportHistory.PlacedRejection;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcImportHistoryIT {
    private static final int MANY = 100;
    private static final ContentHash HASH = ContentHash.ofBytes(new byte[32]);

    @Autowired
    private ImportHistory history;

    @Autowired
    private AssetImportLog log;

    @Autowired
    private DatabaseWorld world;

    @Test
    void showsImportsOfTheScopeNewestFirst() {
        AssetImportId first = begin(world.clients().exitScope(), world.clients().exit());
        AssetImportId second = begin(world.clients().erpScope(), world.clients().erp());
        AssetImportId third = begin(world.clients().exitScope(), world.clients().exit());
        AssetImportId foreign =
                begin(world.clients().harborScope(), world.clients().cloud());

        assertThat(ids(history.page(world.clients().northwindScope(), null, MANY)
                        .entries()))
                .containsExactly(third, second, first);
        assertThat(ids(history.page(world.clients().exitAndErpScope(), null, MANY)
                        .entries()))
                .containsExactly(third, second, first);
        assertThat(ids(history.page(world.clients().exitScope(), null, MANY).entries()))
                .containsExactly(third, first);
        assertThat(ids(history.page(world.clients().harborScope(), null, MANY).entries()))
                .containsExactly(foreign);
    }

    @Test
    void leadsFromPageToPage() {
        List<AssetImportId> begun = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            begun.addFirst(begin(world.clients().exitScope(), world.clients().exit()));
        }

        List<AssetImportId> seen = new ArrayList<>();
        List<PastImport> page =
                history.page(world.clients().northwindScope(), null, 2).entries();
        while (!page.isEmpty()) {
            seen.addAll(ids(page));
            page = history.page(world.clients().northwindScope(), page.getLast().position(), 2)
                    .entries();
        }

        assertThat(seen).isEqualTo(begun);
    }

    @Test
    void tellsHowFarAnImportCameAndWhoAskedForIt() {
        JobRunId job = new JobRunId(UUID.randomUUID());
        AssetImportId id = log.begin(
                        world.clients().exitScope(),
                        new NewAssetImport(
                                world.clients().exit(),
                                "assets.csv",
                                HASH,
                                "SERVICENOW_CI",
                                1_000,
                                new ImportOrigin(job, "somebody")))
                .id();
        log.advance(world.clients().exitScope(), id, 500, new ImportCounts(400, 50, 40, 10));
        PastImport underWay = history.find(world.clients().exitScope(), id).orElseThrow();

        log.finish(world.clients().exitScope(), id);
        PastImport finished = history.find(world.clients().exitScope(), id).orElseThrow();

        assertThat(underWay.state()).isEqualTo(log.get(world.clients().exitScope(), id));
        assertThat(underWay.finishedAt()).isNull();
        assertThat(underWay.jobId()).isEqualTo(job);
        assertThat(underWay.requestedBy()).isEqualTo("somebody");
        assertThat(finished.finishedAt()).isAfterOrEqualTo(finished.startedAt());
    }

    @Test
    void namesWhoWentOnWithAnImport() {
        AssetImportId id = begin(world.clients().exitScope(), world.clients().exit());
        JobRunId job = new JobRunId(UUID.randomUUID());

        log.resume(world.clients().exitScope(), id, new ImportOrigin(job, "somebody else"));
        PastImport resumed = history.find(world.clients().exitScope(), id).orElseThrow();
        log.resume(world.clients().exitScope(), id, null);

        assertThat(resumed.jobId()).isEqualTo(job);
        assertThat(resumed.requestedBy()).isEqualTo("somebody else");
        assertThat(history.find(world.clients().exitScope(), id).orElseThrow().jobId())
                .isNull();
        assertThatThrownBy(() -> log.resume(world.clients().erpScope(), id, null))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void findsNoneOutsideTheScope() {
        AssetImportId id = begin(world.clients().exitScope(), world.clients().exit());

        assertThat(history.find(world.clients().erpScope(), id)).isEmpty();
        assertThat(history.find(world.clients().harborScope(), id)).isEmpty();
        assertThat(history.find(world.clients().northwindScope(), new AssetImportId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void showsWhatWasRejectedByLineAndReason() {
        AssetImportId id = begin(world.clients().exitScope(), world.clients().exit());
        RejectedCell name = new RejectedCell(7, "name", null, "is missing");
        RejectedCell memory = new RejectedCell(7, "ram", "much", "is no number");
        RejectedCell row = new RejectedCell(3, null, null, "has too few columns");
        log.reject(world.clients().exitScope(), id, List.of(name, memory));
        log.reject(world.clients().exitScope(), id, List.of(row));

        List<PlacedRejection> all = history.rejections(world.clients().northwindScope(), id, null, MANY)
                .entries();

        assertThat(all).extracting(PlacedRejection::cell).containsExactly(row, name, memory);
        assertThat(history.rejections(
                                world.clients().northwindScope(), id, all.get(1).position(), MANY)
                        .entries())
                .containsExactly(all.get(2));
        assertThat(history.rejections(world.clients().northwindScope(), id, null, 2))
                .isEqualTo(new Page<>(all.subList(0, 2), false, true));
        assertThat(history.rejections(world.clients().erpScope(), id, null, MANY)
                        .entries())
                .isEmpty();
        assertThat(history.rejections(world.clients().harborScope(), id, null, MANY)
                        .entries())
                .isEmpty();
    }

    @Test
    void namesTheImportThatLastChangedAnAsset() {
        AssetId before = save("1", "before any import");
        AssetImportId first = begin(world.clients().exitScope(), world.clients().exit());
        AssetId web = save("2", "web");
        AssetId db = save("3", "db");
        begin(world.clients().erpScope(), world.clients().erp());
        AssetImportId second =
                begin(world.clients().exitScope(), world.clients().exit());
        save("3", "db renamed");
        List<AssetId> assets = List.of(before, web, db);

        assertThat(history.lastOf(world.clients().northwindScope(), assets))
                .containsOnlyKeys(web, db)
                .hasEntrySatisfying(web, last -> assertThat(last.state().id()).isEqualTo(first))
                .hasEntrySatisfying(db, last -> assertThat(last.state().id()).isEqualTo(second));
        assertThat(history.lastOf(world.clients().erpScope(), assets)).isEmpty();
        assertThat(history.lastOf(world.clients().harborScope(), assets)).isEmpty();
        assertThat(history.lastOf(world.clients().northwindScope(), List.of())).isEmpty();
    }

    private AssetImportId begin(TenantScope scope, EngagementId engagementId) {
        return log.begin(scope, new NewAssetImport(engagementId, "assets.csv", HASH, "SERVICENOW_CI", 1_000))
                .id();
    }

    private static List<AssetImportId> ids(List<PastImport> imports) {
        return imports.stream().map(past -> past.state().id()).toList();
    }

    private AssetId save(String key, String name) {
        return new NamedAssets(world).save(key, name);
    }
}
