package io.modernize.cmdb.jobs;

import io.modernize.cmdb.tenancy.Permission;

/** The kinds of jobs. */
public enum JobKind {
    /** Stores the rows of an uploaded file. */
    IMPORT(Permission.DATA_FULL_ACCESS),
    /** Embeds assets that are new or have changed. */
    EMBEDDING(Permission.DATA_FULL_ACCESS),
    /** Looks for assets that were recorded twice. */
    DUPLICATES(Permission.DATA_FULL_ACCESS),
    /** Builds, replaces and drops the client account's HNSW indexes. */
    REINDEX(Permission.ACCOUNT_MANAGE),
    /** Measures recall and sets the knobs that hold it. */
    AUDIT(Permission.ACCOUNT_MANAGE),
    /** Fills another embedding space and compares it with the active one. */
    MIGRATION(Permission.ACCOUNT_MANAGE),
    /** Deletes everything of an engagement. */
    OFFBOARDING(Permission.ACCOUNT_MANAGE);

    private final Permission permission;

    JobKind(Permission permission) {
        this.permission = permission;
    }

    /**
     * Whether a large run of this kind can make way for the runs of other client accounts and go on later. The others
     * cannot be stopped halfway: a build of an index or an export would begin anew.
     */
    public boolean makesWay() {
        return switch (this) {
            case IMPORT, EMBEDDING, DUPLICATES, MIGRATION -> true;
            case REINDEX, AUDIT, OFFBOARDING -> false;
        };
    }

    /** The permission that starting, stopping or restarting such a job needs. */
    public Permission permission() {
        return permission;
    }
}
