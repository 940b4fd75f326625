package io.modernize.cmdb.operations.isolation;

/** What an argument of the type {@code ID} identifies. */
enum IdKind {
    ASSET,
    ENGAGEMENT,
    JOB,
    UPLOAD,
    DUPLICATE_GROUP,
    IMPORT,
    MEMBERSHIP,
    AUDIT_EVENT,
    /** Of the identity provider: known to whoever manages members, and nobody's in particular. */
    IDENTITY;

    /** Whether it belongs to a client account. */
    boolean isOwned() {
        return this != IDENTITY;
    }
}
