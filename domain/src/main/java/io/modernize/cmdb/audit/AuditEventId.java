package io.modernize.cmdb.audit;

import java.util.UUID;

/** Identifies an event of a client account's audit log. */
public record AuditEventId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
