package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.similarity.Facets;
import java.util.List;

/** GraphQL type {@code Facets}. */
record FacetsPayload(int assets, boolean complete, List<Facets.Facet> fields) {
    static FacetsPayload from(Facets facets) {
        return new FacetsPayload(
                Math.toIntExact(facets.assets().value()), facets.assets().exact(), facets.facets());
    }
}
