package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryStoredRowsTests extends StoredRowsContract {
    private final InMemoryStoredRows rows;

    InMemoryStoredRowsTests() {
        TwoClients clients = TwoClients.random();
        InMemoryStoredRows rows = new InMemoryStoredRows(clients);
        super(clients, rows);
        this.rows = rows;
    }

    @Override
    protected void fill(TenantScope scope, EngagementId engagementId, int count) {
        rows.add(InMemoryStoredRows.OF_ENGAGEMENT, scope.clientAccountId(), engagementId, count);
        rows.add(InMemoryStoredRows.OF_CLIENT_ACCOUNT, scope.clientAccountId(), null, 1);
    }

    @Override
    protected String filled() {
        return InMemoryStoredRows.OF_ENGAGEMENT;
    }
}
