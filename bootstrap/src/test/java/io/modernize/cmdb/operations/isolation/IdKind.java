package io.modernize.cmdb.operations.isolation;

/** What an argument of the type {@code ID} identifies. */
enum IdKind {
    ASSET,
    ENGAGEMENT,
    JOB,
    UPLOAD,
    DUPLICATE_GROUP,
    MEMBERSHIP,
    AUDIT_EVENT;

    /** Whether what it identifies lies in one engagement. */
    boolean isOfEngagement() {
        return this != MEMBERSHIP && this != AUDIT_EVENT;
    }
}
