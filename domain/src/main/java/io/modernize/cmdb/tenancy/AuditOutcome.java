package io.modernize.cmdb.tenancy;

/** How an action ended. */
public sealed interface AuditOutcome {

    /** Done, or found to be done already. */
    record Done() implements AuditOutcome {}

    /**
     * Not done, for a reason that the caller was told.
     *
     * @param code of the error, such as {@code NOT_PERMITTED}
     */
    record Refused(String code) implements AuditOutcome {}

    /** Not done, since the service failed. */
    record Failed() implements AuditOutcome {}
}
