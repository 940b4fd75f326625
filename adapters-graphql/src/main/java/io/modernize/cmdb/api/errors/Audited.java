package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.audit.application.Audit.Finding;

/** A mutation's result, which knows what the audit log is to say of it. For the mutations of every capability. */
public interface Audited {
    /** How it ended, and what was changed. */
    Finding audited();
}
