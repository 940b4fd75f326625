package io.modernize.cmdb.jobs;

/** The status of a run. */
public enum JobStatus {
    /** The run waits for a process, either at first or after its process has ended. */
    QUEUED,
    RUNNING,
    /** The run has done all its work. */
    COMPLETED,
    /** Somebody asked the run to stop. What it had done stays, and a restart continues from there. */
    STOPPED,
    /** The run has failed. What it had done stays, and a restart continues from there. */
    FAILED;

    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case COMPLETED, STOPPED, FAILED -> true;
        };
    }

    /** Whether a restart can continue the run. */
    public boolean isRestartable() {
        return switch (this) {
            case QUEUED, RUNNING, COMPLETED -> false;
            case STOPPED, FAILED -> true;
        };
    }
}
