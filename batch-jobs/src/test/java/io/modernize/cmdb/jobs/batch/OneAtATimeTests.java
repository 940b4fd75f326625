package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.InMemoryEngagementLocks;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OneAtATimeTests {
    private final TwoClients clients = TwoClients.random();
    private final OneAtATime oneAtATime = new OneAtATime(new TestAttempts().attempts(), new InMemoryEngagementLocks());

    private <T> Optional<T> work(EngagementId engagementId, String kind, Function<TenantScope, T> work) {
        return oneAtATime.inEngagement(clients.exitScope(), engagementId, kind, work);
    }

    @Test
    void answersEmptyWhereTheSameWorkIsUnderWay() {
        Optional<Optional<String>> within = work(
                clients.exit(),
                EngagementLocks.EMBED,
                scope -> work(clients.exit(), EngagementLocks.EMBED, again -> "again"));

        assertThat(within).contains(Optional.empty());
        assertThat(work(clients.exit(), EngagementLocks.EMBED, scope -> "then")).contains("then");
    }

    @Test
    void doesOtherWorkMeanwhile() {
        assertThat(work(
                        clients.exit(),
                        EngagementLocks.EMBED,
                        scope -> work(clients.exit(), EngagementLocks.IMPORT, other -> "other")))
                .contains(Optional.of("other"));
    }

    @Test
    void letsOthersWorkBehindAFailure() {
        assertThatThrownBy(() -> work(clients.exit(), EngagementLocks.EMBED, scope -> {
                    throw new IllegalStateException("failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(work(clients.exit(), EngagementLocks.EMBED, scope -> "then")).contains("then");
    }

    @Test
    void refusesEngagementsOutsideTheScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> work(new EngagementId(UUID.randomUUID()), EngagementLocks.EMBED, scope -> "elsewhere"));
    }
}
