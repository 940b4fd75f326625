package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.application.Audit.Finding;

/** A mutation's result, which knows what the audit log is to say of it. For the mutations of every capability. */
public interface Audited {
    /** How it ended, and what was changed. */
    Finding audited();
}
