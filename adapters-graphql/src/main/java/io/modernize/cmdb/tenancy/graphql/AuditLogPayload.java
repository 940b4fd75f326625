package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.application.ReadAuditLog;
import java.util.List;

/** GraphQL type {@code AuditLog}. */
record AuditLogPayload(List<AuditEventPayload> events, boolean hasMore) {
    static AuditLogPayload from(ReadAuditLog.Page page) {
        return new AuditLogPayload(
                page.events().stream().map(AuditEventPayload::from).toList(), page.more());
    }
}
