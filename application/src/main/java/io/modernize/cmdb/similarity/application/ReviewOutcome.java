package io.modernize.cmdb.similarity.application;

import io.modernize.cmdb.similarity.DuplicateGroup;

/** What came of dismissing a group of probable duplicates, or of taking that back. */
public sealed interface ReviewOutcome {

    /** @param group as it is now */
    record Reviewed(DuplicateGroup group) implements ReviewOutcome {}

    /** The scope has no such group, whether or not it exists elsewhere. */
    record GroupUnknown() implements ReviewOutcome {}
}
