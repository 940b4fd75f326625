package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.application.EngagementContents;
import io.modernize.cmdb.inventory.application.EngagementContentsContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcEngagementContentsIT extends EngagementContentsContract {
    @Autowired
    JdbcEngagementContentsIT(DatabaseWorld world, EngagementContents contents) {
        super(world, contents);
    }
}
