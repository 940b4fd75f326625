package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.similarity.Completeness;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code Completeness}; reason and message are null where complete. */
record CompletenessPayload(
        boolean complete, @Nullable Reason reason, @Nullable String message) {

    /** GraphQL enum {@code CompletenessReason}. */
    enum Reason {
        FEWER_CANDIDATES,
        BELOW_MINIMUM_SCORE
    }

    static CompletenessPayload from(Completeness completeness) {
        return switch (completeness) {
            case Completeness.Complete complete -> new CompletenessPayload(true, null, null);
            case Completeness.FewerCandidates fewer ->
                new CompletenessPayload(
                        false,
                        Reason.FEWER_CANDIDATES,
                        "Only " + fewer.candidates() + " embedded assets of the scope pass the filter; all are here.");
            case Completeness.BelowMinimumScore below ->
                new CompletenessPayload(
                        false,
                        Reason.BELOW_MINIMUM_SCORE,
                        "All other candidates score less than "
                                + below.minimum().value() + ".");
        };
    }
}
