package io.modernize.cmdb.audit;

/** How an action ended. */
public sealed interface AuditOutcome {

    /** Without the reason. */
    enum Kind {
        DONE,
        REFUSED,
        FAILED
    }

    /** Which of the three it is. */
    default Kind kind() {
        return switch (this) {
            case Done() -> Kind.DONE;
            case Refused refused -> Kind.REFUSED;
            case Failed() -> Kind.FAILED;
        };
    }

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
