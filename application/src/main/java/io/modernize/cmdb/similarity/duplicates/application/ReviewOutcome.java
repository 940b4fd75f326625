package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;

/** The outcome of dismissing a group of probable duplicates, or of taking a dismissal back. */
public sealed interface ReviewOutcome {

    /** @param group the group as it is now */
    record Reviewed(DuplicateGroup group) implements ReviewOutcome {}

    /** The scope has no such group, whether or not it exists elsewhere. */
    record GroupUnknown() implements ReviewOutcome {}
}
