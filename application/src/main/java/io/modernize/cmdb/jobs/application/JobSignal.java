package io.modernize.cmdb.jobs.application;

/** Wakes the workers of this process when a run waits. Other processes look for waiting runs regularly. */
@FunctionalInterface
public interface JobSignal {
    void jobIsWaiting();
}
