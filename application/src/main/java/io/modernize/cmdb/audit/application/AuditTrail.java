package io.modernize.cmdb.audit.application;

import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;

/**
 * The audit log of a client account. Events are added and read, never changed. A scope stands for its client account.
 */
public interface AuditTrail {
    /** Adds the event, in the current transaction if there is one. */
    void append(TenantScope scope, AuditEvent event);

    /** Newest first. */
    Page<AuditEvent> page(AuditQuery query);
}
