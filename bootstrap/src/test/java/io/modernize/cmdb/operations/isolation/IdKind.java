package io.modernize.cmdb.operations.isolation;

/** What an argument of the type {@code ID} identifies. */
enum IdKind {
    ASSET,
    ENGAGEMENT,
    JOB,
    UPLOAD,
    DUPLICATE_GROUP
}
