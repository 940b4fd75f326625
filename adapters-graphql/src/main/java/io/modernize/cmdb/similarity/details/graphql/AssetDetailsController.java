package io.modernize.cmdb.similarity.details.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_VECTOR_SEARCH;

import graphql.schema.DataFetchingFieldSelectionSet;
import io.modernize.cmdb.api.lookups.EngagementLookUp;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.embedding.application.EmbeddingStates;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.application.ImportHistory;
import io.modernize.cmdb.inventory.application.SourceAttributes;
import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
import io.modernize.cmdb.similarity.assets.graphql.NameValuePayload;
import io.modernize.cmdb.similarity.assets.graphql.ScopedAssets;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome;
import io.modernize.cmdb.similarity.search.application.AssetsLikeQuery;
import io.modernize.cmdb.similarity.search.application.FindAssetsLike;
import io.modernize.cmdb.similarity.search.graphql.SearchOptions;
import io.modernize.cmdb.similarity.search.graphql.SimilarAssetsPayload;
import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.Requires;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers the fields of an asset beside its attributes. If possible, one look-up serves all assets of a request. */
@Controller
final class AssetDetailsController {
    private final EngagementLookUp engagements;
    private final EmbeddingStates embeddings;
    private final EmbeddingSpaces spaces;
    private final ImportHistory imports;
    private final SourceAttributes sourceAttributes;
    private final FindAssetsLike findAssetsLike;

    AssetDetailsController(
            EngagementLookUp engagements,
            EmbeddingStates embeddings,
            EmbeddingSpaces spaces,
            ImportHistory imports,
            SourceAttributes sourceAttributes,
            FindAssetsLike findAssetsLike) {
        this.engagements = engagements;
        this.embeddings = embeddings;
        this.spaces = spaces;
        this.imports = imports;
        this.sourceAttributes = sourceAttributes;
        this.findAssetsLike = findAssetsLike;
    }

    @BatchMapping(typeName = "Asset")
    Map<AssetPayload, EngagementPayload> engagement(List<AssetPayload> assets) {
        return engagements.of(assets);
    }

    @BatchMapping(typeName = "Asset")
    List<AssetEmbeddingPayload> embedding(List<AssetPayload> assets) {
        Map<AssetPayload, EmbeddingStates.State> states =
                ScopedAssets.lookUp(assets, (scope, ids) -> embeddings.of(scope, spaces.active(scope), ids));
        return assets.stream()
                .map(asset -> Optional.ofNullable(states.get(asset))
                        .map(AssetEmbeddingPayload::from)
                        .orElse(AssetEmbeddingPayload.NONE))
                .toList();
    }

    /**
     * The source attributes of assets. They are the largest part of an asset, so searches and lists do not read them.
     * An asset that was deleted meanwhile has none.
     */
    @BatchMapping(typeName = "Asset")
    List<List<NameValuePayload>> sourceAttributes(List<AssetPayload> assets) {
        Map<AssetPayload, SortedMap<String, String>> attributes = ScopedAssets.lookUp(assets, sourceAttributes::of);
        return assets.stream()
                .map(asset -> NameValuePayload.from(attributes.getOrDefault(asset, Collections.emptySortedMap())))
                .toList();
    }

    /** The last imports of assets; null for assets without one. */
    @BatchMapping(typeName = "Asset")
    Map<AssetPayload, ImportReferencePayload> lastImport(List<AssetPayload> assets) {
        Map<AssetPayload, ImportReferencePayload> references = new HashMap<>();
        ScopedAssets.lookUp(assets, imports::lastOf)
                .forEach((asset, past) -> references.put(asset, ImportReferencePayload.from(past)));
        return references;
    }

    /**
     * The assets like this one. It is a search for each asset and costs as much, so a request has room for a few.
     *
     * @param searches refuses a caller who may list assets but not search them
     */
    @SchemaMapping(typeName = "Asset")
    @Nullable
    SimilarAssetsPayload similar(
            AssetPayload asset,
            @Requires(DATA_VECTOR_SEARCH) EffectivePermissions searches,
            @Arguments SearchOptions options,
            DataFetchingFieldSelectionSet selected) {
        AssetsLikeQuery query = options.byExample(asset.scope(), ScopedAssets.idOf(asset), selected);
        return switch (findAssetsLike.find(query)) {
            case AssetsLikeOutcome.Found found -> SimilarAssetsPayload.from(query, options.modeOfExample(), found);
            case AssetsLikeOutcome.AssetUnknown deletedMeanwhile -> null;
            case AssetsLikeOutcome.NotEmbeddedYet notYet -> null;
        };
    }
}
