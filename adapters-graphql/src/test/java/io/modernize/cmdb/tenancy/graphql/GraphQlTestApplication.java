package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.similarity.application.CountFacets;
import io.modernize.cmdb.similarity.application.FindAssetsLike;
import io.modernize.cmdb.similarity.application.FindSimilarAssets;
import io.modernize.cmdb.similarity.application.InspectVectorIndex;
import io.modernize.cmdb.similarity.application.ReviewDuplicates;
import io.modernize.cmdb.similarity.graphql.InMemoryAssets;
import io.modernize.cmdb.similarity.graphql.InMemoryDuplicateGroups;
import io.modernize.cmdb.similarity.graphql.InMemoryIndexes;
import io.modernize.cmdb.tenancy.application.ResolveTenantScope;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.server.WebGraphQlHandler;

/** The GraphQL adapter alone, over ports in memory. */
@SpringBootApplication(scanBasePackages = "io.modernize.cmdb", proxyBeanMethods = false)
public class GraphQlTestApplication {
    @Bean
    InMemoryTenancy tenancy() {
        return new InMemoryTenancy();
    }

    @Bean
    InMemoryAssets assets() {
        return new InMemoryAssets();
    }

    @Bean
    ResolveTenantScope resolveTenantScope(InMemoryTenancy tenancy) {
        return new ResolveTenantScope(tenancy, tenancy);
    }

    @Bean
    FindSimilarAssets findSimilarAssets(InMemoryAssets assets) {
        return new FindSimilarAssets(
                (scope, space, query) -> assets.model().embedQuery(query),
                assets.spaces(),
                assets.index(),
                assets.texts());
    }

    @Bean
    FindAssetsLike findAssetsLike(InMemoryAssets assets) {
        return new FindAssetsLike(assets.catalog(), assets.spaces(), assets.store(), assets.index(), assets.texts());
    }

    @Bean
    CountFacets countFacets(InMemoryAssets assets) {
        return new CountFacets(assets.facets(), assets.spaces());
    }

    @Bean
    InMemoryIndexes indexes() {
        return new InMemoryIndexes();
    }

    @Bean
    InspectVectorIndex inspectVectorIndex(InMemoryAssets assets, InMemoryIndexes indexes) {
        return new InspectVectorIndex(assets.spaces(), indexes, indexes);
    }

    @Bean
    InMemoryDuplicateGroups duplicateGroups() {
        return new InMemoryDuplicateGroups();
    }

    @Bean
    ReviewDuplicates reviewDuplicates(InMemoryDuplicateGroups groups) {
        return new ReviewDuplicates(groups, Clock.systemUTC());
    }

    @Bean
    GraphQlCaller caller(WebGraphQlHandler handler) {
        return new GraphQlCaller(handler);
    }
}
