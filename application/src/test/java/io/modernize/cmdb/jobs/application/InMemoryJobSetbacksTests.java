package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryJobSetbacksTests extends JobSetbacksContract {
    InMemoryJobSetbacksTests() {
        super(TwoClients.random(), new InMemoryJobRuns());
    }
}
