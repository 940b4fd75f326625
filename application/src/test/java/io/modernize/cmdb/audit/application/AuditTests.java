package io.modernize.cmdb.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.Audit.Finding;
import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.application.AdministeredClients;
import io.modernize.cmdb.tenancy.application.InMemoryAdministration;
import io.modernize.cmdb.tenancy.application.InMemoryTenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AuditTests {
    private static final Attempt ATTEMPT =
            new Attempt(AuditAction.RENAME_CLIENT_ACCOUNT, AuditActor.OPERATOR, new AuditOrigin("192.0.2.1", "1", "x"));
    private static final DisplayName NAME = new DisplayName("Renamed");

    private final InMemoryAdministration administration = new InMemoryAdministration();
    private final TwoClients clients = AdministeredClients.in(administration);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryTenantTransactions transactions = new InMemoryTenantTransactions(administration, trail);
    private final SetClock clock = new SetClock();
    private final Audit audit = new Audit(trail, transactions, clock);

    @Test
    void writesTheEventInTheTransactionOfTheChange() {
        String result = audit.during(
                clients.northwindScope(),
                ATTEMPT,
                () -> {
                    administration.renameClientAccount(clients.northwindScope(), NAME);
                    return "done";
                },
                done -> Finding.done(AuditDetails.of(done)),
                failure -> new AuditOutcome.Failed());

        assertThat(result).isEqualTo("done");
        assertThat(transactions.commits()).isEqualTo(1);
        assertThat(trail.all(clients.northwindScope())).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(AuditAction.RENAME_CLIENT_ACCOUNT);
            assertThat(event.origin()).isEqualTo(ATTEMPT.origin());
            assertThat(event.details()).isEqualTo(AuditDetails.of("done"));
        });
    }

    @Test
    void undoesTheChangeWhereItCannotBeWrittenDown() {
        assertThatThrownBy(() -> audit.during(
                        clients.northwindScope(),
                        ATTEMPT,
                        () -> {
                            administration.renameClientAccount(clients.northwindScope(), NAME);
                            return "done";
                        },
                        done -> {
                            throw new IllegalStateException("no details");
                        },
                        failure -> new AuditOutcome.Failed()))
                .hasMessage("no details");

        assertThat(administration.clientAccount(clients.northwindScope()).name())
                .isEqualTo("northwind");
    }

    @Test
    void writesThatAnErrorOfTheProcessEndedIt() {
        assertThatThrownBy(() -> audit.during(
                        clients.northwindScope(),
                        ATTEMPT,
                        () -> {
                            throw new OutOfMemoryError("for a test");
                        },
                        done -> Finding.done(AuditDetails.NONE),
                        failure -> new AuditOutcome.Failed()))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(trail.all(clients.northwindScope()))
                .extracting(AuditEvent::outcome)
                .containsExactly(new AuditOutcome.Failed());
    }

    @Test
    void writesWhatWasRefusedAndUndoesWhatItHadDone() {
        assertThatThrownBy(() -> audit.during(
                        clients.northwindScope(),
                        ATTEMPT,
                        () -> {
                            administration.renameClientAccount(clients.northwindScope(), NAME);
                            throw new IllegalArgumentException("refused");
                        },
                        done -> Finding.done(AuditDetails.NONE),
                        failure -> new AuditOutcome.Refused("SOME_CODE")))
                .hasMessage("refused");

        assertThat(administration.clientAccount(clients.northwindScope()).name())
                .isEqualTo("northwind");
        assertThat(trail.all(clients.northwindScope()))
                .extracting(AuditEvent::outcome)
                .containsExactly(new AuditOutcome.Refused("SOME_CODE"));
        assertThat(trail.all(clients.harborScope())).isEmpty();
    }

    @Test
    void writesAFewRefusalsOfAMinuteAndHowManyMoreThereWere() {
        refuse(RefusalCounts.MOST_RECORDED + 7);
        audit.write(clients.northwindScope(), ATTEMPT, Finding.done(AuditDetails.NONE));
        audit.writeUnrecorded();
        assertThat(trail.all(clients.northwindScope())).hasSize(RefusalCounts.MOST_RECORDED + 1);

        clock.pass(Duration.ofMinutes(1));
        audit.writeUnrecorded();
        audit.writeUnrecorded();

        assertThat(trail.all(clients.northwindScope())).hasSize(RefusalCounts.MOST_RECORDED + 2);
        assertThat(trail.all(clients.northwindScope()))
                .filteredOn(event -> event.outcome().equals(new AuditOutcome.Refused("MORE_REFUSALS")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.actor()).isEqualTo(ATTEMPT.actor());
                    assertThat(event.details().after()).containsEntry("refusals", "7");
                });
    }

    @Test
    void countsRefusalsOfEachMinuteAndClientAccountForThemselves() {
        refuse(RefusalCounts.MOST_RECORDED);
        clock.pass(Duration.ofMinutes(1));
        refuse(1);
        audit.write(clients.harborScope(), ATTEMPT, Finding.refused("SOME_CODE"));
        audit.writeUnrecorded();

        assertThat(trail.all(clients.northwindScope())).hasSize(RefusalCounts.MOST_RECORDED + 1);
        assertThat(trail.all(clients.harborScope())).hasSize(1);
    }

    private void refuse(int times) {
        for (int i = 0; i < times; i++) {
            audit.write(clients.northwindScope(), ATTEMPT, Finding.refused("SOME_CODE"));
        }
    }

    @Test
    void writesNothingOfWorkThatHasNoPlace() {
        assertThatThrownBy(() -> audit.during(
                        clients.northwindScope(),
                        ATTEMPT,
                        () -> {
                            throw new OverloadedException("for a test");
                        },
                        done -> Finding.done(AuditDetails.NONE),
                        failure -> new AuditOutcome.Failed()))
                .isInstanceOf(OverloadedException.class);

        assertThat(trail.all(clients.northwindScope())).isEmpty();
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for the zone");
        }
    }
}
