package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.jobs.batch.OneAtATime.Turn;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.InMemoryEngagementLocks;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.testsupport.Await;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OneAtATimeTests {
    private final TwoClients clients = TwoClients.random();
    private final JobAttempts attempts = new TestAttempts().attempts();
    private final OneAtATime oneAtATime = new OneAtATime(attempts, new InMemoryEngagementLocks());

    private <T> Optional<T> work(EngagementId engagementId, String kind, Function<TenantScope, T> work) {
        Optional<Turn> turn = oneAtATime.take(clients.exitScope(), engagementId, kind);
        if (turn.isEmpty()) {
            return Optional.empty();
        }
        try (Turn taken = turn.get()) {
            return Optional.of(work.apply(taken.engagement()));
        }
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
    void narrowsTheScopeToTheEngagement() {
        try (Turn turn = oneAtATime
                .take(clients.northwindScope(), clients.exit(), EngagementLocks.EMBED)
                .orElseThrow()) {
            assertThat(turn.engagement()).isEqualTo(clients.exitScope());
        }
    }

    @Test
    @Timeout(20)
    void letsTheEndOfTheApplicationWaitUntilTheTurnIsOver() throws InterruptedException {
        Turn turn = take();
        Thread end = Thread.ofPlatform().start(attempts::stop);
        Await.untilItWaits(end);

        turn.close();

        end.join();
    }

    @Test
    @Timeout(20)
    void doesNotLetTheEndOfTheApplicationWaitForATurnThatAnotherHas() {
        Turn turn = take();
        assertThat(oneAtATime.take(clients.exitScope(), clients.exit(), EngagementLocks.EMBED))
                .isEmpty();
        turn.close();

        attempts.stop();

        assertThat(attempts.isRunning()).isFalse();
    }

    private Turn take() {
        return oneAtATime
                .take(clients.exitScope(), clients.exit(), EngagementLocks.EMBED)
                .orElseThrow();
    }

    @Test
    void refusesEngagementsOutsideTheScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> work(new EngagementId(UUID.randomUUID()), EngagementLocks.EMBED, scope -> "elsewhere"));
    }
}
