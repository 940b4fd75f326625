package io.modernize.cmdb.jobs;

/** Where a run stands. */
public enum JobStatus {
    /** Waits for a process to take it, at first or after its process has ended. */
    QUEUED,
    RUNNING,
    /** All done. */
    COMPLETED,
    /** Somebody asked it to stop; what it had done stays, and a restart goes on from there. */
    STOPPED,
    /** It could not go on; what it had done stays, and a restart goes on from there. */
    FAILED;

    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case COMPLETED, STOPPED, FAILED -> true;
        };
    }

    /** Whether a restart has something to go on with. */
    public boolean isRestartable() {
        return switch (this) {
            case QUEUED, RUNNING, COMPLETED -> false;
            case STOPPED, FAILED -> true;
        };
    }
}
