package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.filter.Facets.Facet;
import io.modernize.cmdb.similarity.filter.Facets.Value;
import io.modernize.cmdb.similarity.listing.AssetOrder;
import io.modernize.cmdb.similarity.listing.AssetPosition;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorts all assets of a scope each time. */
public final class InMemoryAssetLists implements AssetLists {
    private final Function<TenantScope, Collection<Asset>> assets;

    public InMemoryAssetLists(Function<TenantScope, Collection<Asset>> assets) {
        this.assets = assets;
    }

    @Override
    public Page<Asset> page(AssetListQuery query) {
        Comparator<AssetPosition> order = order(query.order());
        Comparator<AssetPosition> reading = query.backward() ? order.reversed() : order;
        return query.page(most -> selected(query.scope(), query.selection())
                .filter(asset ->
                        query.from() == null || reading.compare(query.order().positionOf(asset), query.from()) > 0)
                .sorted(Comparator.comparing(query.order()::positionOf, reading))
                .limit(most)
                .toList());
    }

    @Override
    public CandidateCount count(TenantScope scope, AssetSelection selection, int limit) {
        long all = selected(scope, selection).count();
        return all > limit ? CandidateCount.atLeast(limit) : CandidateCount.exactly(all);
    }

    @Override
    public Facets facets(TenantScope scope, AssetSelection selection) {
        List<Asset> counted = selected(scope, selection).toList();
        return new Facets(
                Stream.of(Facets.Field.values())
                        .map(field -> new Facet(field, values(field, counted)))
                        .toList(),
                CandidateCount.exactly(counted.size()));
    }

    private static List<Value> values(Facets.Field field, List<Asset> counted) {
        Map<String, List<String>> byFolded = counted.stream()
                .flatMap(asset -> valuesOf(field, asset))
                .collect(Collectors.groupingBy(value -> value.toLowerCase(Locale.ROOT)));
        return byFolded.values().stream()
                .map(values ->
                        new Value(values.stream().min(Comparator.naturalOrder()).orElseThrow(), values.size()))
                .sorted(Comparator.comparing(Value::count).reversed().thenComparing(Value::value))
                .limit(Facets.MAX_VALUES)
                .toList();
    }

    private static Stream<String> valuesOf(Facets.Field field, Asset asset) {
        return switch (field.attribute().of(asset.attributes())) {
            case null -> Stream.empty();
            case Collection<?> several -> several.stream().map(Object::toString);
            case Object one -> Stream.of(one.toString());
        };
    }

    private Stream<Asset> selected(TenantScope scope, AssetSelection selection) {
        return assets.apply(scope).stream().filter(asset -> selection.accepts(asset.attributes()));
    }

    /** Those without a value are last, also where greater ones are first. */
    static Comparator<AssetPosition> order(AssetOrder order) {
        Comparator<String> values = switch (order.field()) {
            case NAME, CI_CLASS, ENVIRONMENT -> Comparator.naturalOrder();
            case UPDATED_AT -> Comparator.comparing(Instant::parse);
            case CPU_COUNT, MEMORY_MIB, STORAGE_GIB -> Comparator.comparing(BigDecimal::new);
        };
        Comparator<@Nullable String> valuesThenNone =
                Comparator.nullsLast(order.descending() ? values.reversed() : values);
        Comparator<AssetPosition> ids = Comparator.comparing(AssetPosition::id, InMemoryAssetCatalog.ID_ORDER);
        return Comparator.comparing(AssetPosition::value, valuesThenNone)
                .thenComparing(order.descending() ? ids.reversed() : ids);
    }
}
