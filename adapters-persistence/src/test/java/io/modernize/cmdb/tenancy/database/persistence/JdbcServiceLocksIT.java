package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.ServiceLocks.Held;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcServiceLocksIT {
    private final String work = "work-" + UUID.randomUUID();

    @Autowired
    private ServiceLocks locks;

    @Test
    void refusesASecondTakerUntilTheFirstIsDone() {
        try (Held held = locks.tryAcquire(work).orElseThrow()) {
            assertThat(held).isNotNull();
            // More than the pool has connections.
            for (int i = 0; i < 30; i++) {
                assertThat(locks.tryAcquire(work)).isEmpty();
            }
        }
        locks.tryAcquire(work).orElseThrow().close();
    }

    @Test
    void keepsWorksApart() {
        try (Held one = locks.tryAcquire(work).orElseThrow();
                Held other = locks.tryAcquire(work + "-other").orElseThrow()) {
            assertThat(one).isNotSameAs(other);
        }
    }
}
