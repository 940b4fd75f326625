package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.application.SimilarAssetsQuery;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Set;

/** Makes searches in the service's own terms. */
final class ServiceQueries {
    private ServiceQueries() {}

    /** The scope of a member who sees the whole client account. */
    static TenantScope scope(int client) {
        return TenantScope.forJob(new ClientAccountId(Dataset.clientId(client)));
    }

    static SimilarAssetsQuery query(Search search) {
        return new SimilarAssetsQuery(
                scope(search.question().client()),
                new QueryText(search.question().text()),
                SearchMode.SEMANTIC,
                new TopK(search.topK()),
                filter(search),
                MinimumScore.NONE,
                false);
    }

    static NearestQuery nearest(RunningService service, Search search) {
        return new NearestQuery(
                service.space(),
                EmbeddingVector.normalised(search.question().vector()),
                new TopK(search.topK()),
                filter(search),
                MinimumScore.NONE,
                null);
    }

    private static AssetFilter filter(Search search) {
        return AssetFilter.of(
                AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, values(search, Attribute.ENVIRONMENT)),
                AssetCondition.oneOf(AssetAttribute.LOCATION, values(search, Attribute.LOCATION)),
                AssetCondition.oneOf(AssetAttribute.SUPPORT_GROUP, values(search, Attribute.SUPPORT_GROUP)));
    }

    private static Set<String> values(Search search, Attribute attribute) {
        return search.condition()
                .filter(condition -> condition.attribute() == attribute)
                .map(condition -> Set.of(condition.value()))
                .orElse(Set.of());
    }
}
