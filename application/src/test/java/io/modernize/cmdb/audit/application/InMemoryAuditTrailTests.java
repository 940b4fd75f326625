package io.modernize.cmdb.audit.application;

import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryAuditTrailTests extends AuditTrailContract {
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();

    @Override
    protected AuditTrail trail() {
        return trail;
    }

    @Override
    protected TwoClients newClients() {
        return TwoClients.random();
    }
}
