package io.modernize.cmdb.offboarding.application;

/**
 * The outcome of an offboarding. After all outcomes but {@link Completed} and {@link Unprepared}, another run
 * continues.
 */
public sealed interface OffboardingOutcome {
    /** The work that this run has done. */
    OffboardingReport report();

    /** Nothing is left. This was looked up, not concluded. */
    record Completed(OffboardingReport report) implements OffboardingOutcome {}

    /** Another process imports into one of the engagements, embeds it or compares it. Nothing was deleted. */
    record EngagementBusy(OffboardingReport report) implements OffboardingOutcome {}

    /** Another process is working on resources of the kind that has to be released. */
    record ResourcesBusy(OffboardingReport report) implements OffboardingOutcome {}

    /** The work that has to be done first did not succeed. Nothing was deleted. */
    record Unprepared(OffboardingReport report) implements OffboardingOutcome {}

    /** The run stopped between two batches, as was asked for. */
    record Stopped(OffboardingReport report) implements OffboardingOutcome {}

    /** There was an unexpected error. Rows that are reported as deleted are deleted. */
    record Failed(OffboardingReport report, RuntimeException cause) implements OffboardingOutcome {}

    /** Another process has written data meanwhile. */
    record SomethingLeft(OffboardingReport report, OffboardingSurvey left) implements OffboardingOutcome {}
}
