package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.application.ServiceLocks;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Takes a lock for each kind of work. */
@Component
class JdbcServiceLocks implements ServiceLocks {
    private final DataSource dataSource;

    JdbcServiceLocks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Held> tryAcquire(String work) {
        return AdvisoryLocks.tryAcquire(dataSource, List.of("service:" + work)).map(locks -> locks::close);
    }
}
