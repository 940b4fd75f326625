package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.Engagement;

/** What came of creating or renaming an engagement. */
public sealed interface EngagementOutcome {

    record Created(Engagement engagement) implements EngagementOutcome {}

    record Renamed(Engagement before, Engagement engagement) implements EngagementOutcome {}

    /** Another engagement of the client account has the slug. */
    record SlugTaken() implements EngagementOutcome {}

    /** The client account has as many as it may have. */
    record TooManyEngagements() implements EngagementOutcome {}

    /** No such engagement in the scope, whether or not it exists elsewhere. */
    record EngagementUnknown() implements EngagementOutcome {}
}
