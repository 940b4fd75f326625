package io.modernize.cmdb.audit.application;

import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.application.Undoable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Events in a list. */
public final class InMemoryAuditTrail implements AuditTrail, Undoable {
    private static final Comparator<AuditEvent> NEWEST_FIRST = Comparator.comparing(AuditEvent::occurredAt)
            .thenComparing(event -> event.id().toString())
            .reversed();

    private record Owned(ClientAccountId clientAccountId, AuditEvent event) {}

    private final List<Owned> events = new ArrayList<>();

    /** Those of the client account in the order in which they were written. */
    public List<AuditEvent> all(TenantScope scope) {
        return events.stream()
                .filter(owned -> owned.clientAccountId().equals(scope.clientAccountId()))
                .map(Owned::event)
                .toList();
    }

    /** Forgets all. */
    public void clear() {
        events.clear();
    }

    @Override
    public void append(TenantScope scope, AuditEvent event) {
        events.add(new Owned(scope.clientAccountId(), event));
    }

    @Override
    public Page<AuditEvent> page(AuditQuery query) {
        List<AuditEvent> own = all(query.scope());
        Optional<AuditEvent> after =
                own.stream().filter(event -> event.id().equals(query.after())).findFirst();
        if (query.after() != null && after.isEmpty()) {
            return new Page<>(List.of(), true, false);
        }
        return Page.forward(
                query.after(),
                query.limit(),
                most -> own.stream()
                        .filter(event ->
                                query.actions().isEmpty() || query.actions().contains(event.action()))
                        .filter(event -> query.outcomes().isEmpty()
                                || query.outcomes().contains(event.outcome().kind()))
                        .filter(event -> query.actor() == null
                                || query.actor().equals(event.actor().identity()))
                        .filter(event ->
                                query.from() == null || !event.occurredAt().isBefore(query.from()))
                        .filter(event ->
                                query.to() == null || event.occurredAt().isBefore(query.to()))
                        .filter(event -> after.isEmpty() || NEWEST_FIRST.compare(event, after.get()) > 0)
                        .sorted(NEWEST_FIRST)
                        .limit(most)
                        .toList());
    }

    @Override
    public Runnable undo() {
        List<Owned> before = List.copyOf(events);
        return () -> {
            events.clear();
            events.addAll(before);
        };
    }
}
