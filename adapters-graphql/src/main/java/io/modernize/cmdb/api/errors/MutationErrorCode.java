package io.modernize.cmdb.api.errors;

/**
 * GraphQL enum {@code MutationErrorCode}: why a mutation has changed nothing. The schema describes each code, and the audit
 * log keeps it. A code is never renamed or given another meaning.
 */
public enum MutationErrorCode {
    BAD_INPUT,
    ENGAGEMENT_UNKNOWN,
    ALREADY_A_MEMBER,
    MEMBERSHIP_UNKNOWN,
    LAST_ADMINISTRATOR,
    SLUG_TAKEN,
    TOO_MANY_ENGAGEMENTS,
    UPLOAD_UNKNOWN,
    JOB_UNDER_WAY,
    JOB_UNKNOWN,
    JOB_NOT_CHANGEABLE,
    TOO_MANY_JOBS,
    GROUP_UNKNOWN,
    NO_OTHER_SPACE,
    MODEL_MISSING,
    INCOMPLETE,
    NOT_COMPARED,
    NOT_PASSED
}
