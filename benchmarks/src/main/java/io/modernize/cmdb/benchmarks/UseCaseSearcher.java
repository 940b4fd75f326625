package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import java.util.List;
import java.util.UUID;

/** Searches with {@link FindSimilarAssets}, wired as in production. */
record UseCaseSearcher(FindSimilarAssets useCase, KnownTexts texts) implements Searcher {

    @Override
    public String name() {
        return ServiceContestant.USE_CASE;
    }

    @Override
    public List<UUID> search(Search search) {
        texts.put(search.question().text(), search.question().vector());
        return useCase.find(ServiceQueries.query(search)).hits().stream()
                .map(hit -> hit.asset().id().value())
                .toList();
    }

    @Override
    public void close() {}
}
