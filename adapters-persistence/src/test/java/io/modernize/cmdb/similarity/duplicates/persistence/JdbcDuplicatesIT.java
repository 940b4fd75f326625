package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroups;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans;
import io.modernize.cmdb.similarity.duplicates.application.DuplicatesContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcDuplicatesIT extends DuplicatesContract {
    @Autowired
    JdbcDuplicatesIT(DatabaseWorld world, DuplicateScans scans, DuplicateGroups groups) {
        super(world, scans, groups);
    }
}
