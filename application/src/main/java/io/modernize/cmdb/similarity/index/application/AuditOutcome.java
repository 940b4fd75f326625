package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.similarity.index.RecallAudit;

/** The outcome of auditing one client account. */
public sealed interface AuditOutcome {

    /** The recall was measured and stored, and the knob was set accordingly. */
    record Audited(RecallAudit audit) implements AuditOutcome {}

    /** Every search compares all vectors that matter, so there is nothing to measure. */
    record NotNeeded(long totalRows) implements AuditOutcome {}

    /** The time was over before a value of the knob was found. The knob stays as it was. */
    record TimedOut(long totalRows) implements AuditOutcome {}

    /** @param reason fit for people, without tenant data */
    record Failed(String reason) implements AuditOutcome {}
}
