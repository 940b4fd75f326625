package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.application.JobSetbacksContract;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcJobSetbacksIT extends JobSetbacksContract {
    @Autowired
    JdbcJobSetbacksIT(TwoClients clients, JobRuns runs) {
        super(clients, runs);
    }
}
