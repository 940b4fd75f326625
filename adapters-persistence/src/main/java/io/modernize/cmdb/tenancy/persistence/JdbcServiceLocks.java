package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.application.ServiceLocks;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** A lock for each kind of work. */
@Component
class JdbcServiceLocks implements ServiceLocks {
    private final DataSource dataSource;

    JdbcServiceLocks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Held> tryAcquire(String work) {
        return AdvisoryLock.tryAcquire(dataSource, "service:" + work).map(lock -> lock::close);
    }
}
