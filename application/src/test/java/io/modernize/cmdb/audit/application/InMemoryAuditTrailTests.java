package io.modernize.cmdb.audit.application;

import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryAuditTrailTests extends AuditTrailContract {
    InMemoryAuditTrailTests() {
        super(TwoClients.random(), new InMemoryAuditTrail());
    }
}
