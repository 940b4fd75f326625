package io.modernize.cmdb.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all {@link EngagementLocks} keep. */
public abstract class EngagementLocksContract {
    protected final TwoClients clients = TwoClients.random();

    protected abstract EngagementLocks locks();

    @Test
    void refusesASecondTaker() {
        try (Held held = take("import").orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(take("import")).isEmpty();
        }
    }

    @Test
    void isFreeAgainAfterwards() {
        take("import").orElseThrow().close();

        take("import").orElseThrow().close();
    }

    @Test
    void keepsWorksEngagementsAndClientsApart() {
        try (Held first = take("import").orElseThrow();
                Held work = take("embed").orElseThrow();
                Held engagement = locks().tryAcquire(clients.erpScope(), clients.erp(), "import")
                        .orElseThrow();
                Held client = locks().tryAcquire(clients.harborScope(), clients.exit(), "import")
                        .orElseThrow()) {
            assertThat(first).isNotEqualTo(work);
            assertThat(engagement).isNotEqualTo(client);
        }
    }

    @Test
    void takesSeveralAtOnce() {
        try (Held all = takeAll(clients.exit(), clients.erp()).orElseThrow()) {
            assertThat(all).isNotNull();
            for (String work : EngagementLocks.ALL_WORK) {
                assertThat(take(work)).as(work).isEmpty();
            }
            assertThat(takeAll(clients.erp())).isEmpty();
            locks().tryAcquire(clients.harborScope(), clients.exit(), "import")
                    .orElseThrow()
                    .close();
        }
        takeAll(clients.exit(), clients.erp()).orElseThrow().close();
    }

    @Test
    void takesNoneWhereOneOfThemIsHeld() {
        for (String work : EngagementLocks.ALL_WORK) {
            try (Held held = take(work).orElseThrow()) {
                assertThat(held).isNotNull();
                assertThat(takeAll(clients.erp(), clients.exit())).as(work).isEmpty();
                takeAll(clients.erp()).orElseThrow().close();
            }
        }
        takeAll(clients.erp(), clients.exit()).orElseThrow().close();
    }

    @Test
    void hasNothingToWaitForWithoutAnEngagement() {
        takeAll().orElseThrow().close();
    }

    protected final Optional<Held> take(String work) {
        return locks().tryAcquire(clients.exitScope(), clients.exit(), work);
    }

    private Optional<Held> takeAll(EngagementId... engagementIds) {
        return locks().tryAcquireAll(
                        clients.northwindScope(), List.of(engagementIds), Set.copyOf(EngagementLocks.ALL_WORK));
    }
}
