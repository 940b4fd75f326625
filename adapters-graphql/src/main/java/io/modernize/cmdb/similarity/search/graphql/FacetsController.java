package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.listing.application.CountFacets;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Counts facets if the caller asks for them. */
@Controller
final class FacetsController {
    private final CountFacets countFacets;

    FacetsController(CountFacets countFacets) {
        this.countFacets = countFacets;
    }

    @SchemaMapping(typeName = "SimilarAssets")
    FacetsPayload facets(SimilarAssetsPayload answer) {
        return FacetsPayload.from(countFacets.count(answer.facetsQuery()));
    }
}
