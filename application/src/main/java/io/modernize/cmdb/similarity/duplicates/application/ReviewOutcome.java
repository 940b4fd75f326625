package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;

/** What came of dismissing a group of probable duplicates, or of taking that back. */
public sealed interface ReviewOutcome {

    /** @param group as it is now */
    record Reviewed(DuplicateGroup group) implements ReviewOutcome {}

    /** The scope has no such group, whether or not it exists elsewhere. */
    record GroupUnknown() implements ReviewOutcome {}
}
