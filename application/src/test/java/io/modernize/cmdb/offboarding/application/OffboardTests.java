package io.modernize.cmdb.offboarding.application;

import static io.modernize.cmdb.offboarding.application.InMemoryStoredRows.OF_CLIENT_ACCOUNT;
import static io.modernize.cmdb.offboarding.application.InMemoryStoredRows.OF_ENGAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.offboarding.application.Offboard.Preparation;
import io.modernize.cmdb.offboarding.application.Offboard.Progress;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Completed;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.EngagementBusy;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Failed;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.ResourcesBusy;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.SomethingLeft;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Stopped;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Unprepared;
import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import io.modernize.cmdb.tenancy.application.InMemoryEngagementLocks;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.application.TwoClientsCatalog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffboardTests {
    private static final int ASSETS = 2 * Offboard.BATCH_ROWS + 1;
    private static final BooleanSupplier GO_ON = () -> false;
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final TwoClients clients = TwoClients.random();
    private final InMemoryStoredRows stored = new InMemoryStoredRows(clients);
    private final InMemoryEngagementLocks locks = new InMemoryEngagementLocks();
    private final InMemoryResources resources = new InMemoryResources();
    private final List<Integer> batches = new ArrayList<>();
    private final List<Long> progress = new ArrayList<>();
    private final Offboard offboard = offboard(stored);

    @BeforeEach
    void fill() {
        stored.add(OF_ENGAGEMENT, clients.northwind(), clients.exit(), ASSETS);
        stored.add(OF_ENGAGEMENT, clients.northwind(), clients.erp(), 3);
        stored.add(OF_CLIENT_ACCOUNT, clients.northwind(), null, 2);
        stored.add(OF_ENGAGEMENT, clients.harbor(), clients.cloud(), 4);
        resources.give(clients.northwindScope(), "northwind_index");
        resources.give(clients.harborScope(), "harbor_index");
    }

    @Test
    void deletesAnEngagementAndNothingElse() {
        List<TableRows> erp = stored.count(clients.erpScope());
        List<TableRows> harbor = stored.count(clients.harborScope());

        OffboardingOutcome outcome = run(clients.exitScope());

        assertThat(outcome)
                .isEqualTo(new Completed(new OffboardingReport(
                        NOW,
                        NOW,
                        List.of(new TableRows(OF_ENGAGEMENT, ASSETS), new TableRows("engagements", 1)),
                        List.of())));
        assertThat(outcome.report().deletedRows()).isEqualTo(ASSETS + 1);
        assertThat(stored.count(clients.erpScope())).isEqualTo(erp);
        assertThat(stored.count(clients.harborScope())).isEqualTo(harbor);
        assertThat(resources.names(clients.northwindScope())).containsExactly("northwind_index");
    }

    @Test
    void deletesAClientAccountWithWhatItHasBesidesRows() {
        List<TableRows> harbor = stored.count(clients.harborScope());

        OffboardingOutcome outcome = run(clients.northwindScope());

        assertThat(outcome)
                .isEqualTo(new Completed(new OffboardingReport(
                        NOW,
                        NOW,
                        List.of(
                                new TableRows(OF_ENGAGEMENT, ASSETS + 3),
                                new TableRows("engagements", 2),
                                new TableRows(OF_CLIENT_ACCOUNT, 2),
                                new TableRows("client_accounts", 1)),
                        List.of("northwind_index"))));
        assertThat(stored.count(clients.harborScope())).isEqualTo(harbor);
        assertThat(resources.names(clients.harborScope())).containsExactly("harbor_index");
    }

    @Test
    void showsFirstWhatItWouldDelete() {
        OffboardingSurvey survey = offboard.survey(clients.northwindScope());

        assertThat(survey.resources()).containsExactly("northwind_index");
        assertThat(survey.rows())
                .isEqualTo(run(clients.northwindScope()).report().deleted());
        assertThat(offboard.survey(clients.northwindScope()).isEmpty()).isTrue();
        assertThat(offboard.survey(clients.harborScope()).isEmpty()).isFalse();
    }

    @Test
    void neverDeletesMoreThanABatchAtOnceAndTellsHowFarItIs() {
        run(clients.exitScope());

        assertThat(batches)
                .startsWith(Offboard.BATCH_ROWS, Offboard.BATCH_ROWS, 1)
                .allMatch(rows -> rows <= Offboard.BATCH_ROWS);
        assertThat(progress).isSorted().startsWith(0L).endsWith(ASSETS + 1L);
    }

    @Test
    void goesOnWhereverItWasStopped() {
        long total = offboard.survey(clients.northwindScope()).rows().stream()
                .mapToLong(TableRows::rows)
                .sum();
        long deleted = 0;
        List<String> released = new ArrayList<>();
        boolean completed = false;
        for (int batchesOfRun = 0; !completed; batchesOfRun++) {
            AtomicInteger left = new AtomicInteger(batchesOfRun);
            OffboardingOutcome outcome = offboard.run(
                    clients.northwindScope(), Preparation.NONE, Progress.SILENT, () -> left.getAndDecrement() == 0);
            deleted += outcome.report().deletedRows();
            released.addAll(outcome.report().released());
            completed = outcome instanceof Completed;
            assertThat(completed || outcome instanceof Stopped).isTrue();
        }

        assertThat(deleted).isEqualTo(total);
        assertThat(released).containsExactly("northwind_index");
        assertThat(offboard.survey(clients.northwindScope()).isEmpty()).isTrue();
    }

    @Test
    void reportsWhatItHasDeletedBeforeAnError() {
        RuntimeException error = new IllegalStateException("the database is gone");
        AtomicInteger calls = new AtomicInteger();
        Offboard failing = offboard(new StoredRows() {
            @Override
            public List<TableRows> count(TenantScope scope) {
                return stored.count(scope);
            }

            @Override
            public Batch delete(TenantScope scope, String table, @Nullable UUID from, int limit) {
                if (calls.getAndIncrement() == 1) {
                    throw error;
                }
                return stored.delete(scope, table, from, limit);
            }
        });

        OffboardingOutcome outcome = failing.run(clients.exitScope(), Preparation.NONE, Progress.SILENT, GO_ON);

        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.cause()).isSameAs(error);
            assertThat(failed.report().deletedRows()).isEqualTo(Offboard.BATCH_ROWS);
        });
        assertThat(run(clients.exitScope()).report().deletedRows()).isEqualTo(ASSETS + 1 - Offboard.BATCH_ROWS);
    }

    @Test
    void deletesNothingWhileOthersWorkInOneOfTheEngagements() {
        for (String work : EngagementLocks.ALL_WORK) {
            try (Held held =
                    locks.tryAcquire(clients.erpScope(), clients.erp(), work).orElseThrow()) {
                assertThat(held).isNotNull();
                assertThat(run(clients.northwindScope())).as(work).isInstanceOf(EngagementBusy.class);
            }
        }
        assertThat(batches).isEmpty();
        assertThat(resources.names(clients.northwindScope())).isNotEmpty();
        assertThat(run(clients.northwindScope())).isInstanceOf(Completed.class);
    }

    @Test
    void deletesNothingWhileOthersWorkOnResources() {
        resources.busy(true);

        assertThat(run(clients.northwindScope())).isInstanceOf(ResourcesBusy.class);
        assertThat(batches).isEmpty();
        // The index of a client account stays where an engagement goes.
        assertThat(run(clients.erpScope())).isInstanceOf(Completed.class);
    }

    @Test
    void releasesWhatHasComeBackMeanwhile() {
        Progress building = (done, total) -> {
            if (done > 0 && resources.names(clients.northwindScope()).isEmpty() && progress.isEmpty()) {
                progress.add(done);
                resources.give(clients.northwindScope(), "rebuilt_index");
            }
        };

        OffboardingOutcome outcome = offboard.run(clients.northwindScope(), Preparation.NONE, building, GO_ON);

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(outcome.report().released()).containsExactly("northwind_index", "rebuilt_index");
    }

    @Test
    void preparesWhileNothingCanChange() {
        List<Engagement> prepared = new ArrayList<>();
        OffboardingOutcome refused = offboard.run(
                clients.northwindScope(),
                (scope, engagements) -> {
                    prepared.addAll(engagements);
                    assertThat(locks.tryAcquire(clients.exitScope(), clients.exit(), EngagementLocks.IMPORT))
                            .isEmpty();
                    return false;
                },
                Progress.SILENT,
                GO_ON);

        assertThat(refused).isInstanceOf(Unprepared.class);
        assertThat(batches).isEmpty();
        assertThat(prepared).extracting(Engagement::id).containsExactlyInAnyOrder(clients.exit(), clients.erp());
        assertThat(offboard.run(clients.exitScope(), (scope, engagements) -> true, Progress.SILENT, GO_ON))
                .isInstanceOf(Completed.class);
    }

    @Test
    void deletesNothingWhereThePreparationFails() {
        OffboardingOutcome outcome = offboard.run(
                clients.northwindScope(),
                (scope, engagements) -> {
                    throw new IllegalStateException("the disk is full");
                },
                Progress.SILENT,
                GO_ON);

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(batches).isEmpty();
        assertThat(run(clients.northwindScope())).isInstanceOf(Completed.class);
    }

    @Test
    void doesNotTakeItsOwnWordThatNothingIsLeft() {
        Offboard interfered = offboard(new StoredRows() {
            @Override
            public List<TableRows> count(TenantScope scope) {
                return stored.count(scope);
            }

            @Override
            public Batch delete(TenantScope scope, String table, @Nullable UUID from, int limit) {
                Batch batch = stored.delete(scope, table, from, limit);
                if (table.equals("engagements")) {
                    stored.add(OF_ENGAGEMENT, clients.northwind(), clients.exit(), 1);
                }
                return batch;
            }
        });

        OffboardingOutcome outcome = interfered.run(clients.exitScope(), Preparation.NONE, Progress.SILENT, GO_ON);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SomethingLeft.class,
                        left -> assertThat(left.left().rows()).containsExactly(new TableRows(OF_ENGAGEMENT, 1)));
        assertThat(run(clients.exitScope())).isInstanceOf(Completed.class);
    }

    private OffboardingOutcome run(TenantScope scope) {
        return offboard.run(scope, Preparation.NONE, (done, total) -> progress.add(done), GO_ON);
    }

    private Offboard offboard(StoredRows rows) {
        StoredRows noted = new StoredRows() {
            @Override
            public List<TableRows> count(TenantScope scope) {
                return rows.count(scope);
            }

            @Override
            public Batch delete(TenantScope scope, String table, @Nullable UUID from, int limit) {
                Batch batch = rows.delete(scope, table, from, limit);
                batches.add(batch.rows());
                return batch;
            }
        };
        return new Offboard(new TwoClientsCatalog(clients), locks, noted, resources, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
