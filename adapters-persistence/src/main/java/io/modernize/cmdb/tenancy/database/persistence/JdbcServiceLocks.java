package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.application.ServiceLocks;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a lock for each kind of work. */
@Component
class JdbcServiceLocks implements ServiceLocks {
    private final LockSession session;

    JdbcServiceLocks(LockSession session) {
        this.session = session;
    }

    @Override
    public Optional<Held> tryAcquire(String work) {
        return session.tryAcquire(List.of("service:" + work)).map(locks -> locks::close);
    }
}
