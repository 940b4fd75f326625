package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.audit.application.Audit.Finding;

/** The result of a mutation, which tells what the audit log records. It is for the mutations of every capability. */
public interface Audited {
    /** The outcome of the mutation, and its changes. */
    Finding audited();
}
