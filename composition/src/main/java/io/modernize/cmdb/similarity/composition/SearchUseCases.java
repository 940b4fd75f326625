package io.modernize.cmdb.similarity.composition;

import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.listing.application.AssetFacets;
import io.modernize.cmdb.similarity.listing.application.CountFacets;
import io.modernize.cmdb.similarity.listing.application.ListAssets;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.FindAssetsLike;
import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.core.env.Environment;

/** Questions over assets: the two searches, their facets and lists. */
public final class SearchUseCases implements BeanRegistrar {
    /** The bean of the active spaces that searches go by: it may be out of date for a moment. */
    public static final String RECENT_SPACES = "recentActiveSpaces";

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(FindSimilarAssets.class, bean -> bean.supplier(SearchUseCases::findSimilarAssets));
        registry.registerBean(FindAssetsLike.class, bean -> bean.supplier(SearchUseCases::findAssetsLike));
        registry.registerBean(CountFacets.class, bean -> bean.supplier(SearchUseCases::countFacets));
        registry.registerBean(ListAssets.class);
    }

    private static FindSimilarAssets findSimilarAssets(SupplierContext context) {
        return new FindSimilarAssets(
                context.bean(QueryVectors.class),
                recentSpaces(context),
                context.bean(EmbeddingIndex.class),
                context.bean(TextIndex.class));
    }

    private static FindAssetsLike findAssetsLike(SupplierContext context) {
        return new FindAssetsLike(
                context.bean(AssetCatalog.class),
                recentSpaces(context),
                context.bean(EmbeddingStore.class),
                context.bean(EmbeddingIndex.class),
                context.bean(TextIndex.class));
    }

    private static CountFacets countFacets(SupplierContext context) {
        return new CountFacets(context.bean(AssetFacets.class), recentSpaces(context));
    }

    /** All others get, by type, the spaces that are never out of date. */
    private static ActiveSpaces recentSpaces(SupplierContext context) {
        return context.bean(RECENT_SPACES, ActiveSpaces.class);
    }
}
