package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Searches by a given plan, and takes the time of each search. */
final class TimedSearch {
    private final EmbeddingIndex index;
    private final Clock clock;

    TimedSearch(EmbeddingIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** What a search found, and how long it took. */
    record Answer(List<SimilarAsset> hits, Duration took) {}

    Answer ask(TenantScope scope, NearestQuery query, SearchPlan plan) {
        Instant begin = clock.instant();
        List<SimilarAsset> hits = index.nearest(scope, query, plan).hits();
        return new Answer(hits, Duration.between(begin, clock.instant()));
    }

    /** Whether that time has come. */
    boolean isOver(Instant deadline) {
        return !clock.instant().isBefore(deadline);
    }
}
