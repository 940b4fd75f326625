package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryJobRunsTests extends JobRunsContract {
    InMemoryJobRunsTests() {
        super(TwoClients.random(), new InMemoryJobRuns());
    }
}
