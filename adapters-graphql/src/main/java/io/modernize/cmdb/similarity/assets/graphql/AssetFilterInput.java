package io.modernize.cmdb.similarity.assets.graphql;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        @Nullable NumberRangeInput memoryMib,
        @Nullable NumberRangeInput storageGib) {

    /** The filter. If there is no input, every asset passes. Refuses lists and ranges that the domain does not take. */
    public static AssetFilter toDomain(@Nullable AssetFilterInput input) {
        return input == null ? AssetFilter.none() : input.toDomain();
    }

    private AssetFilter toDomain() {
        return AssetFilter.of(
                oneOf(AssetAttribute.CI_CLASS, ciClasses),
                oneOf(AssetAttribute.ENVIRONMENT, environments),
                AssetCondition.osFamilies(bounded(AssetAttribute.OS_FAMILY, osFamilies).stream()
                        .map(OsFamilyPayload::toDomain)
                        .toList()),
                oneOf(AssetAttribute.LOCATION, locations),
                oneOf(AssetAttribute.STATUS, statuses),
                oneOf(AssetAttribute.SUPPORT_GROUP, supportGroups),
                oneOf(AssetAttribute.TAGS, tags),
                AssetCondition.sourceAttributes(sourceAttributes()),
                within(AssetAttribute.CPU_COUNT, cpuCount),
                within(AssetAttribute.MEMORY_MIB, memoryMib),
                within(AssetAttribute.STORAGE_GIB, storageGib));
    }

    private Map<String, String> sourceAttributes() {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (NameValueInput attribute : bounded(AssetAttribute.SOURCE_ATTRIBUTES, attributes)) {
            SearchArguments.requireStorable("filter.attributes", attribute.name());
            SearchArguments.requireStorable("filter.attributes", attribute.value());
            if (wanted.put(attribute.name(), attribute.value()) != null) {
                throw CommonRefusals.badInput(
                        "filter.attributes", "An attribute is named more than once.", "Name each attribute once.");
            }
        }
        return wanted;
    }

    private static AssetCondition oneOf(AssetAttribute attribute, @Nullable List<String> values) {
        List<String> texts = bounded(attribute, values);
        texts.forEach(text -> SearchArguments.requireStorable(field(attribute), text));
        return AssetCondition.oneOf(attribute, texts);
    }

    private static AssetCondition within(AssetAttribute attribute, @Nullable NumberRangeInput range) {
        return AssetCondition.within(attribute, NumberRangeInput.toDomain(field(attribute), range));
    }

    private static String field(AssetAttribute attribute) {
        return "filter." + attribute.filterName();
    }

    private static <T> List<T> bounded(AssetAttribute attribute, @Nullable List<T> values) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > AssetFilter.MAX_VALUES) {
            throw CommonRefusals.badInput(
                    field(attribute),
                    "The list has " + values.size() + " values; the limit is " + AssetFilter.MAX_VALUES + ".",
                    "Send at most " + AssetFilter.MAX_VALUES + " values, or leave the condition out.");
        }
        return values;
    }
}
