package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryJobRunsTests extends JobRunsContract {
    private final JobRuns runs = new InMemoryJobRuns();

    @Override
    protected JobRuns runs() {
        return runs;
    }

    @Override
    protected TwoClients newClients() {
        return TwoClients.random();
    }
}
