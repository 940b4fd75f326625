package io.modernize.cmdb.audit;

/** How an action ended. */
public sealed interface AuditOutcome {

    /** The kind of an outcome, without the reason. */
    enum Kind {
        DONE,
        REFUSED,
        FAILED
    }

    /** The kind of this outcome. */
    default Kind kind() {
        return switch (this) {
            case Done() -> Kind.DONE;
            case Refused refused -> Kind.REFUSED;
            case Failed() -> Kind.FAILED;
        };
    }

    /** The action was done, or had been done before. */
    record Done() implements AuditOutcome {}

    /**
     * The action was not done. The caller was told the reason.
     *
     * @param code the code of the error, such as {@code NOT_PERMITTED}
     */
    record Refused(String code) implements AuditOutcome {}

    /** The action was not done, because the service failed. */
    record Failed() implements AuditOutcome {}
}
