package io.modernize.cmdb.offboarding.application;

/** What came of an offboarding. But for {@link Completed} and {@link Unprepared} the same run again goes on. */
public sealed interface OffboardingOutcome {
    /** What this run has done. */
    OffboardingReport report();

    /** Nothing is left: looked up, not concluded. */
    record Completed(OffboardingReport report) implements OffboardingOutcome {}

    /** Another process imports into one of the engagements, embeds it or compares it; nothing was deleted. */
    record EngagementBusy(OffboardingReport report) implements OffboardingOutcome {}

    /** Another process is at work on resources of the kind that are to be released. */
    record ResourcesBusy(OffboardingReport report) implements OffboardingOutcome {}

    /** What had to come first did not succeed; nothing was deleted. */
    record Unprepared(OffboardingReport report) implements OffboardingOutcome {}

    /** Stopped between two batches, as was asked for. */
    record Stopped(OffboardingReport report) implements OffboardingOutcome {}

    /** An unexpected error; what is reported as deleted is. */
    record Failed(OffboardingReport report, RuntimeException cause) implements OffboardingOutcome {}

    /** Another process has written meanwhile. */
    record SomethingLeft(OffboardingReport report, OffboardingSurvey left) implements OffboardingOutcome {}
}
