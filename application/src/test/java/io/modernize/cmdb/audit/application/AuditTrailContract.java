package io.modernize.cmdb.audit.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.audit.AuditEventId;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AuditTrail} keeps. */
public abstract class AuditTrailContract {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final PrincipalIdentity JANE = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
    private static final PrincipalIdentity ROBOT = new PrincipalIdentity(JANE.directoryTenantId(), UUID.randomUUID());

    protected final TwoClients clients;
    private final AuditTrail trail;

    /** The client accounts exist and are empty. */
    protected AuditTrailContract(TwoClients clients, AuditTrail trail) {
        this.clients = clients;
        this.trail = trail;
    }

    @Test
    void keepsEventsAsTheyWere() {
        AuditEvent full = new AuditEvent(
                new AuditEventId(UUID.randomUUID()),
                MONDAY,
                AuditAction.CHANGE_MEMBERSHIP,
                new AuditActor(AuditActor.Kind.PERSON, JANE),
                new AuditOrigin("192.0.2.7", "0f8f", "curl/8"),
                new AuditDetails(
                        "subject", Map.of("role", "VIEWER"), Map.of("role", "ANALYST", "label", "Jane \"J\" ü")),
                new AuditOutcome.Done());
        AuditEvent bare = new AuditEvent(
                new AuditEventId(UUID.randomUUID()),
                MONDAY.plusSeconds(1),
                AuditAction.GRANT_MEMBERSHIP,
                AuditActor.OPERATOR,
                AuditOrigin.NONE,
                AuditDetails.NONE,
                new AuditOutcome.Refused("NOT_PERMITTED"));
        AuditEvent failed = new AuditEvent(
                new AuditEventId(UUID.randomUUID()),
                MONDAY.plusSeconds(2),
                AuditAction.START_AUDIT,
                new AuditActor(AuditActor.Kind.SERVICE, ROBOT),
                AuditOrigin.NONE,
                AuditDetails.NONE,
                new AuditOutcome.Failed());
        List.of(full, bare, failed).forEach(event -> trail.append(clients.northwindScope(), event));

        assertThat(page(clients.northwindScope(), Set.of(), null, null, null, null, 10))
                .containsExactly(failed, bare, full);
    }

    @Test
    void showsAClientItsOwnEventsOnly() {
        AuditEvent own = append(clients.northwindScope(), 0, AuditAction.START_AUDIT, JANE);
        AuditEvent foreign = append(clients.harborScope(), 0, AuditAction.START_AUDIT, JANE);

        assertThat(page(clients.northwindScope(), Set.of(), null, null, null, null, 10))
                .containsExactly(own);
        assertThat(page(clients.harborScope(), Set.of(), JANE, null, null, null, 10))
                .containsExactly(foreign);
        assertThat(page(clients.harborScope(), Set.of(), null, null, null, own.id(), 10))
                .as("behind an event of another client")
                .isEmpty();
    }

    @Test
    void pagesNewestFirstAlsoWhereTimesAreEqual() {
        for (int i = 0; i < 7; i++) {
            append(clients.northwindScope(), i / 3, AuditAction.START_AUDIT, JANE);
        }
        List<AuditEvent> all = page(clients.northwindScope(), Set.of(), null, null, null, null, 10);
        assertThat(all).hasSize(7).isSortedAccordingTo((a, b) -> b.occurredAt().compareTo(a.occurredAt()));

        for (int i = 0; i < 7; i++) {
            assertThat(page(
                            clients.northwindScope(),
                            Set.of(),
                            null,
                            null,
                            null,
                            all.get(i).id(),
                            2))
                    .isEqualTo(all.subList(i + 1, Math.min(i + 3, 7)));
        }
    }

    @Test
    void filtersByActionIdentityAndTime() {
        AuditEvent first = append(clients.northwindScope(), 0, AuditAction.START_AUDIT, JANE);
        AuditEvent second = append(clients.northwindScope(), 1, AuditAction.STOP_JOB, JANE);
        AuditEvent third = append(clients.northwindScope(), 2, AuditAction.START_AUDIT, ROBOT);
        TenantScope scope = clients.northwindScope();

        assertThat(page(scope, Set.of(AuditAction.START_AUDIT), null, null, null, null, 10))
                .containsExactly(third, first);
        assertThat(page(scope, Set.of(AuditAction.STOP_JOB, AuditAction.RESTART_JOB), null, null, null, null, 10))
                .containsExactly(second);
        assertThat(page(scope, Set.of(), JANE, null, null, null, 10)).containsExactly(second, first);
        assertThat(page(scope, Set.of(), null, minute(1), null, null, 10)).containsExactly(third, second);
        assertThat(page(scope, Set.of(), null, null, minute(1), null, 10)).containsExactly(first);
        assertThat(page(scope, Set.of(AuditAction.START_AUDIT), JANE, minute(0), minute(2), null, 10))
                .containsExactly(first);
    }

    @Test
    void filtersByOutcome() {
        TenantScope scope = clients.northwindScope();
        AuditEvent done = append(scope, 0, AuditAction.START_AUDIT, JANE);
        AuditEvent refused = append(scope, 1, AuditAction.START_AUDIT, JANE, new AuditOutcome.Refused("NOT_PERMITTED"));
        AuditEvent failed = append(scope, 2, AuditAction.STOP_JOB, JANE, new AuditOutcome.Failed());

        assertThat(ended(Set.of(), AuditOutcome.Kind.DONE)).containsExactly(done);
        assertThat(ended(Set.of(), AuditOutcome.Kind.REFUSED, AuditOutcome.Kind.FAILED))
                .containsExactly(failed, refused);
        assertThat(ended(Set.of(AuditAction.STOP_JOB), AuditOutcome.Kind.REFUSED))
                .isEmpty();
    }

    private List<AuditEvent> ended(Set<AuditAction> actions, AuditOutcome.Kind... outcomes) {
        return trail.page(
                        new AuditQuery(clients.northwindScope(), actions, Set.of(outcomes), null, null, null, null, 10))
                .entries();
    }

    private AuditEvent append(TenantScope scope, int minute, AuditAction action, PrincipalIdentity identity) {
        return append(scope, minute, action, identity, new AuditOutcome.Done());
    }

    private AuditEvent append(
            TenantScope scope, int minute, AuditAction action, PrincipalIdentity identity, AuditOutcome outcome) {
        AuditEvent event = new AuditEvent(
                new AuditEventId(UUID.randomUUID()),
                minute(minute),
                action,
                new AuditActor(AuditActor.Kind.SERVICE, identity),
                AuditOrigin.NONE,
                AuditDetails.NONE,
                outcome);
        trail.append(scope, event);
        return event;
    }

    private static Instant minute(int minute) {
        return MONDAY.plusSeconds(60L * minute);
    }

    private List<AuditEvent> page(
            TenantScope scope,
            Set<AuditAction> actions,
            @Nullable PrincipalIdentity actor,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable AuditEventId after,
            int limit) {
        return trail.page(new AuditQuery(scope, actions, Set.of(), actor, from, to, after, limit))
                .entries();
    }
}
