package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.filter.Facets;
import java.util.List;

/** GraphQL type {@code Facets}. */
public record FacetsPayload(int assets, boolean complete, List<Facets.Facet> fields) {
    public static FacetsPayload from(Facets facets) {
        return new FacetsPayload(
                Math.toIntExact(facets.assets().value()), facets.assets().exact(), facets.facets());
    }
}
