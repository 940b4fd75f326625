package io.modernize.cmdb.audit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.audit.AuditEventId;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.AuditQuery;
import io.modernize.cmdb.audit.application.AuditTrail;
import io.modernize.cmdb.audit.application.AuditTrailContract;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.ApplicationLogin;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcAuditTrailIT extends AuditTrailContract {
    private final AuditTrail trail;
    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    @Autowired
    JdbcAuditTrailIT(TwoClients clients, AuditTrail trail, TenantTransactions transactions, JdbcClient jdbc) {
        super(clients, trail);
        this.trail = trail;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void letsTheApplicationNeitherChangeNorDeleteWhatWasWritten() {
        AuditEvent event = event();
        trail.append(clients.northwindScope(), event);

        new ApplicationLogin(transactions, jdbc)
                .isDenied(
                        clients.northwindScope(),
                        "update audit_events set outcome = 'DONE', code = null",
                        "update audit_events set occurred_at = now()",
                        "delete from audit_events",
                        "truncate audit_events");
        assertThat(trail.page(new AuditQuery(clients.northwindScope(), Set.of(), Set.of(), null, null, null, null, 10))
                        .entries())
                .containsExactly(event);
    }

    @Test
    void goesWithTheTransactionThatItIsWrittenIn() {

        assertThatThrownBy(() -> transactions.runInScope(clients.northwindScope(), () -> {
                    trail.append(clients.northwindScope(), event());
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(trail.page(new AuditQuery(clients.northwindScope(), Set.of(), Set.of(), null, null, null, null, 10))
                        .entries())
                .isEmpty();
    }

    private static AuditEvent event() {
        return new AuditEvent(
                new AuditEventId(UUID.randomUUID()),
                Instant.parse("2026-03-02T08:00:00Z"),
                AuditAction.REVOKE_MEMBERSHIP,
                AuditActor.OPERATOR,
                AuditOrigin.NONE,
                AuditDetails.NONE,
                new AuditOutcome.Refused("LAST_ADMINISTRATOR"));
    }
}
