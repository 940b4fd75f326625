package io.modernize.cmdb.similarity.details.graphql;

import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.RelatedAssets;
import io.modernize.cmdb.inventory.application.RelatedAssets.Neighbours;
import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
import io.modernize.cmdb.similarity.assets.graphql.ScopedAssets;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/**
 * Answers {@code Asset.relatedAssets} for all assets of a request together, with two look-ups for each level of
 * nesting.
 */
@Controller
final class RelatedAssetsController {
    private static final int DEFAULT_FIRST = 10;
    private static final int MAX_FIRST = 100;

    private final RelatedAssets relatedAssets;
    private final AssetCatalog catalog;

    RelatedAssetsController(RelatedAssets relatedAssets, AssetCatalog catalog, BatchLoaderRegistry loaders) {
        this.relatedAssets = relatedAssets;
        this.catalog = catalog;
        loaders.forTypePair(RelationsOf.class, RelatedAssetsPayload.class)
                .registerMappedBatchLoader((keys, environment) -> Mono.just(load(keys)));
    }

    @SchemaMapping(typeName = "Asset")
    CompletableFuture<RelatedAssetsPayload> relatedAssets(
            AssetPayload asset,
            @Argument @Nullable Integer first,
            DataLoader<RelationsOf, RelatedAssetsPayload> loader) {
        int limit = PageSize.of("first", first, DEFAULT_FIRST, MAX_FIRST);
        return loader.load(new RelationsOf(asset.scope(), ScopedAssets.idOf(asset), limit));
    }

    private Map<RelationsOf, RelatedAssetsPayload> load(Set<RelationsOf> keys) {
        Map<RelationsOf, RelatedAssetsPayload> answers = new HashMap<>();
        keys.stream()
                .collect(Collectors.groupingBy(key -> new Reading(key.scope(), key.limit())))
                .forEach((reading, some) -> answers.putAll(load(reading, some)));
        return answers;
    }

    private Map<RelationsOf, RelatedAssetsPayload> load(Reading reading, List<RelationsOf> keys) {
        Map<AssetId, Neighbours> neighbours = relatedAssets.of(
                reading.scope(), keys.stream().map(RelationsOf::asset).toList(), reading.limit());
        Map<AssetId, Asset> others = catalog
                .findAll(
                        reading.scope(),
                        neighbours.values().stream()
                                .flatMap(of -> of.first().stream())
                                .map(RelatedAssets.Neighbour::other)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Asset::id, Function.identity()));
        return keys.stream()
                .collect(Collectors.toMap(
                        Function.identity(), key -> payload(reading.scope(), neighbours.get(key.asset()), others)));
    }

    /** The related assets of an asset. An asset that was deleted between the two look-ups is left out. */
    private static RelatedAssetsPayload payload(
            TenantScope scope, @Nullable Neighbours neighbours, Map<AssetId, Asset> others) {
        if (neighbours == null) {
            return RelatedAssetsPayload.NONE;
        }
        return new RelatedAssetsPayload(
                neighbours.first().stream()
                        .flatMap(neighbour -> Optional.ofNullable(others.get(neighbour.other()))
                                .map(other -> new RelatedAssetPayload(
                                        RelatedAssetPayload.Direction.from(neighbour.direction()),
                                        neighbour.type(),
                                        AssetPayload.from(scope, other)))
                                .stream())
                        .toList(),
                neighbours.total());
    }

    private record Reading(TenantScope scope, int limit) {}

    /** The look-up of one asset. */
    record RelationsOf(TenantScope scope, AssetId asset, int limit) {}
}
