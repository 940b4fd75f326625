package io.modernize.cmdb.similarity.assets.graphql;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** GraphQL input {@code AssetFilterInput}. An absent list is null. */
public record AssetFilterInput(
        @Nullable List<String> ciClasses,
        @Nullable List<String> environments,
        @Nullable List<OsFamilyPayload> osFamilies,
        @Nullable List<String> locations,
        @Nullable List<String> statuses,
        @Nullable List<String> supportGroups,
        @Nullable List<String> tags,
        @Nullable List<NameValueInput> attributes,
        @Nullable NumberRangeInput cpuCount,
        @Nullable NumberRangeInput memoryMb,
        @Nullable NumberRangeInput storageGb) {

    /** The filter. If there is no input, every asset passes. Refuses lists and ranges that the domain does not take. */
    public static AssetFilter toDomain(@Nullable AssetFilterInput input) {
        return input == null ? AssetFilter.none() : input.toDomain();
    }

    private AssetFilter toDomain() {
        return new AssetFilter(
                texts("filter.ciClasses", ciClasses),
                texts("filter.environments", environments),
                bounded("filter.osFamilies", osFamilies).stream()
                        .map(OsFamilyPayload::toDomain)
                        .collect(Collectors.toUnmodifiableSet()),
                texts("filter.locations", locations),
                texts("filter.statuses", statuses),
                texts("filter.supportGroups", supportGroups),
                texts("filter.tags", tags),
                sourceAttributes(),
                NumberRangeInput.toDomain("filter.cpuCount", cpuCount),
                NumberRangeInput.toDomain("filter.memoryMb", memoryMb),
                NumberRangeInput.toDomain("filter.storageGb", storageGb));
    }

    private Map<String, String> sourceAttributes() {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (NameValueInput attribute : bounded("filter.attributes", attributes)) {
            Arguments.requireStorable("filter.attributes", attribute.name());
            Arguments.requireStorable("filter.attributes", attribute.value());
            if (wanted.put(attribute.name(), attribute.value()) != null) {
                throw CommonRefusals.badInput(
                        "filter.attributes", "An attribute is named more than once.", "Name each attribute once.");
            }
        }
        return wanted;
    }

    private static Set<String> texts(String field, @Nullable List<String> values) {
        List<String> texts = bounded(field, values);
        texts.forEach(text -> Arguments.requireStorable(field, text));
        return Set.copyOf(texts);
    }

    private static <T> List<T> bounded(String field, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > AssetFilter.MAX_VALUES) {
            throw CommonRefusals.badInput(
                    field,
                    "The list has " + values.size() + " values; the limit is " + AssetFilter.MAX_VALUES + ".",
                    "Send at most " + AssetFilter.MAX_VALUES + " values, or leave the condition out.");
        }
        return values;
    }
}
