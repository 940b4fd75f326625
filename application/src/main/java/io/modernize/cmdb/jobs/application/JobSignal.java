package io.modernize.cmdb.jobs.application;

/** Tells what runs jobs in this process that one waits; other processes look now and then. */
@FunctionalInterface
public interface JobSignal {
    void jobIsWaiting();
}
