package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.Engagement;

/** The outcome of creating or renaming an engagement. */
public sealed interface EngagementOutcome {

    record Created(Engagement engagement) implements EngagementOutcome {}

    record Renamed(Engagement before, Engagement engagement) implements EngagementOutcome {}

    /** Another engagement of the client account has this slug. */
    record SlugTaken() implements EngagementOutcome {}

    /** The client account has as many engagements as it may have. */
    record TooManyEngagements() implements EngagementOutcome {}

    /** The scope has no such engagement, whether or not it exists elsewhere. */
    record EngagementUnknown() implements EngagementOutcome {}
}
