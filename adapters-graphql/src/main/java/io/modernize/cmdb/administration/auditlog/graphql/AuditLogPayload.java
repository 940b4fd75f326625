package io.modernize.cmdb.administration.auditlog.graphql;

import io.modernize.cmdb.audit.application.ReadAuditLog;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code AuditLog}. */
record AuditLogPayload(
        List<AuditEventPayload> events, @Nullable String endCursor, boolean hasMore) {
    /** @param cursor of the place behind the event of that id */
    static AuditLogPayload from(ReadAuditLog.Page page, UnaryOperator<String> cursor) {
        List<AuditEventPayload> events =
                page.events().stream().map(AuditEventPayload::from).toList();
        return new AuditLogPayload(
                events, events.isEmpty() ? null : cursor.apply(events.getLast().id()), page.more());
    }
}
