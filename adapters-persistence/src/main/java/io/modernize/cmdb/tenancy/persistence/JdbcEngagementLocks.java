package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** A lock for each kind of work and engagement. */
@Component
class JdbcEngagementLocks implements EngagementLocks {
    private final DataSource dataSource;

    JdbcEngagementLocks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Held> tryAcquire(TenantScope scope, EngagementId engagementId, String work) {
        return AdvisoryLock.tryAcquire(dataSource, work + ":" + scope.clientAccountId() + ":" + engagementId)
                .map(lock -> lock::close);
    }
}
