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
import java.time.Clock;
import org.junit.jupiter.api.Test;

class AuditTests {
    private static final Attempt ATTEMPT =
            new Attempt(AuditAction.RENAME_CLIENT_ACCOUNT, AuditActor.OPERATOR, new AuditOrigin("192.0.2.1", "1", "x"));
    private static final DisplayName NAME = new DisplayName("Renamed");

    private final InMemoryAdministration administration = new InMemoryAdministration();
    private final TwoClients clients = AdministeredClients.in(administration);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryTenantTransactions transactions = new InMemoryTenantTransactions(administration, trail);
    private final Audit audit = new Audit(trail, transactions, Clock.systemUTC());

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
}
