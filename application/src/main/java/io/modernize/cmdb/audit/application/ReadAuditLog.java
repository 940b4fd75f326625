package io.modernize.cmdb.audit.application;

import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.application.Page;

/** Shows the audit log of a client account to members who may see all of it. */
public final class ReadAuditLog {
    /** The greatest number of events of a page. */
    public static final int MAX_PAGE = 100;

    private final AuditTrail trail;

    public ReadAuditLog(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * The events that the query asks for, newest first.
     *
     * @throws IllegalArgumentException unless the query's limit is 1 to {@link #MAX_PAGE} and its scope is that of a whole
     *     client account
     */
    public Page<AuditEvent> read(AuditQuery query) {
        Page.requireLimit(query.limit(), MAX_PAGE, "events");
        if (!(query.scope().engagements() instanceof EngagementSelection.All)) {
            throw new IllegalArgumentException("an audit log is read in a scope of all engagements");
        }
        return trail.page(query);
    }
}
