package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.search.Completeness;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code Completeness}. Reason and message are null if it is complete. */
record CompletenessPayload(
        boolean complete, @Nullable Reason reason, @Nullable String message) {

    /** GraphQL enum {@code CompletenessReason}. */
    enum Reason {
        FEWER_CANDIDATES,
        FEWER_MATCHES,
        BELOW_MINIMUM_SCORE
    }

    static CompletenessPayload from(Completeness completeness) {
        return switch (completeness) {
            case Completeness.Complete complete -> new CompletenessPayload(true, null, null);
            case Completeness.FewerCandidates fewer ->
                new CompletenessPayload(
                        false,
                        Reason.FEWER_CANDIDATES,
                        counted(fewer.candidates(), "embedded asset") + " of the scope "
                                + (fewer.candidates() == 1 ? "passes" : "pass") + " the filter; all are here.");
            case Completeness.FewerMatches fewer ->
                new CompletenessPayload(
                        false,
                        Reason.FEWER_MATCHES,
                        counted(fewer.matches(), "asset") + " of the scope that "
                                + (fewer.matches() == 1 ? "passes" : "pass")
                                + " the filter " + (fewer.matches() == 1 ? "has" : "have")
                                + " any of the words; all are here.");
            case Completeness.BelowMinimumScore below ->
                new CompletenessPayload(
                        false,
                        Reason.BELOW_MINIMUM_SCORE,
                        "All other candidates score less than "
                                + below.minimum().value() + ".");
        };
    }

    private static String counted(long number, String noun) {
        return (number == 0 ? "No" : number == 1 ? "One" : "Only " + number) + " " + noun + (number == 1 ? "" : "s");
    }
}
