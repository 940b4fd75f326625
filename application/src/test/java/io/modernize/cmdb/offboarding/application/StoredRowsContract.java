package io.modernize.cmdb.offboarding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.offboarding.application.StoredRows.Batch;
import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link StoredRows} keeps. */
public abstract class StoredRowsContract {
    private final TwoClients clients;
    private final StoredRows rows;

    /** The client accounts exist and are empty. */
    protected StoredRowsContract(TwoClients clients, StoredRows rows) {
        this.clients = clients;
        this.rows = rows;
    }

    /** Stores so many rows in one table, and others in other tables as may be. */
    protected abstract void fill(TenantScope scope, EngagementId engagementId, int count);

    /** The table that {@link #fill} fills. */
    protected abstract String filled();

    @Test
    void countsWhatTheScopeCovers() {
        fill(clients.northwindScope(), clients.exit(), 3);
        fill(clients.northwindScope(), clients.erp(), 2);

        assertThat(count(clients.exitScope(), filled())).isEqualTo(3);
        assertThat(count(clients.exitAndErpScope(), filled())).isEqualTo(5);
        assertThat(count(clients.northwindScope(), filled())).isEqualTo(5);
        assertThat(count(clients.harborScope(), filled())).isZero();
    }

    @Test
    void countsTheClientAccountItselfWhereTheScopeIsAllOfIt() {
        assertThat(count(clients.northwindScope(), "client_accounts")).isEqualTo(1);
        assertThat(count(clients.northwindScope(), "engagements")).isEqualTo(2);
        assertThat(count(clients.exitScope(), "engagements")).isEqualTo(1);
        assertThat(total(clients.exitScope())).isEqualTo(1);
    }

    @Test
    void deletesInBatchesUntilNothingIsLeft() {
        fill(clients.northwindScope(), clients.exit(), 5);

        assertThat(deleteAll(clients.exitScope(), filled(), 2)).containsExactly(2, 2, 1);
        assertThat(count(clients.exitScope(), filled())).isZero();
        assertThat(rows.delete(clients.exitScope(), filled(), null, 2)).isEqualTo(new Batch(0, null));
    }

    @Test
    void beginsAnewWhereAnotherStopped() {
        fill(clients.northwindScope(), clients.exit(), 5);
        rows.delete(clients.exitScope(), filled(), null, 2);

        assertThat(deleteAll(clients.exitScope(), filled(), 10)).containsExactly(3);
    }

    @Test
    void deletesNothingOfOthers() {
        fill(clients.northwindScope(), clients.exit(), 3);
        fill(clients.northwindScope(), clients.erp(), 3);
        fill(clients.harborScope(), clients.cloud(), 3);
        List<TableRows> erp = rows.count(clients.erpScope());
        List<TableRows> harbor = rows.count(clients.harborScope());

        deleteAll(clients.exitScope());

        assertThat(total(clients.exitScope())).isZero();
        assertThat(rows.count(clients.erpScope())).isEqualTo(erp);
        assertThat(rows.count(clients.harborScope())).isEqualTo(harbor);
        assertThat(count(clients.northwindScope(), "client_accounts")).isEqualTo(1);
    }

    @Test
    void deletesAllOfAClientAccountInTheOrderOfItsTables() {
        fill(clients.northwindScope(), clients.exit(), 3);
        fill(clients.northwindScope(), clients.erp(), 3);
        fill(clients.harborScope(), clients.cloud(), 3);
        List<TableRows> harbor = rows.count(clients.harborScope());

        deleteAll(clients.northwindScope());

        assertThat(total(clients.northwindScope())).isZero();
        assertThat(rows.count(clients.harborScope())).isEqualTo(harbor);
    }

    @Test
    void knowsItsTablesOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> rows.delete(clients.exitScope(), "pg_class", null, 1));
    }

    private void deleteAll(TenantScope scope) {
        rows.count(scope).forEach(table -> deleteAll(scope, table.table(), 2));
    }

    private List<Integer> deleteAll(TenantScope scope, String table, int limit) {
        List<Integer> batches = new ArrayList<>();
        @Nullable UUID from = null;
        do {
            Batch batch = rows.delete(scope, table, from, limit);
            batches.add(batch.rows());
            from = batch.next();
        } while (from != null);
        return batches;
    }

    private long count(TenantScope scope, String table) {
        return rows.count(scope).stream()
                .filter(rows -> rows.table().equals(table))
                .mapToLong(TableRows::rows)
                .sum();
    }

    private long total(TenantScope scope) {
        return rows.count(scope).stream().mapToLong(TableRows::rows).sum();
    }
}
