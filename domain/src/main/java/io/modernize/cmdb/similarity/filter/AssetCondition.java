package io.modernize.cmdb.similarity.filter;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttribute.Kind;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.OsFamily;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one attribute of an asset; an asset that lacks the attribute does not meet it.
 *
 * @throws IllegalArgumentException where assets are not filtered by the attribute, or by other values
 */
public sealed interface AssetCondition {
    AssetAttribute attribute();

    /** Whether it requires nothing: no values, or a range without ends. */
    boolean isOpen();

    boolean accepts(AssetAttributes asset);

    /** The values by which an asset meets the condition that it meets. */
    List<String> valuesOf(AssetAttributes asset);

    static AssetCondition oneOf(AssetAttribute attribute, Collection<String> values) {
        return new OneOf(attribute, Set.copyOf(values));
    }

    static AssetCondition oneOf(AssetAttribute attribute, String... values) {
        return new OneOf(attribute, Set.of(values));
    }

    static AssetCondition osFamilies(Collection<OsFamily> families) {
        return new OneOf(
                AssetAttribute.OS_FAMILY, families.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()));
    }

    static AssetCondition within(AssetAttribute attribute, NumberRange range) {
        return new Within(attribute, range);
    }

    /** Raw attributes of the source by name, each equal to the given value. */
    static AssetCondition sourceAttributes(Map<String, String> entries) {
        return new Entries(AssetAttribute.SOURCE_ATTRIBUTES, new TreeMap<>(entries));
    }

    /** One of the values is the asset's: text matches whole and ignores case, of a list exactly. */
    record OneOf(AssetAttribute attribute, Set<String> values) implements AssetCondition {
        public OneOf {
            requireKind(attribute, EnumSet.of(Kind.TEXT, Kind.OS_FAMILY, Kind.TEXTS));
            values = Set.copyOf(values);
        }

        @Override
        public boolean isOpen() {
            return values.isEmpty();
        }

        @Override
        public boolean accepts(AssetAttributes asset) {
            return isOpen() || !valuesOf(asset).isEmpty();
        }

        @Override
        public List<String> valuesOf(AssetAttributes asset) {
            return switch (attribute.of(asset)) {
                case null -> List.of();
                case Collection<?> several ->
                    several.stream()
                            .map(Object::toString)
                            .filter(values::contains)
                            .toList();
                case Object one
                when values.stream().anyMatch(one.toString()::equalsIgnoreCase) -> List.of(one.toString());
                case Object other -> List.of();
            };
        }
    }

    /** The asset's number lies in a range. */
    record Within(AssetAttribute attribute, NumberRange range) implements AssetCondition {
        public Within {
            requireKind(attribute, EnumSet.of(Kind.INTEGER, Kind.LONG, Kind.DECIMAL));
        }

        @Override
        public boolean isOpen() {
            return range.isUnbounded();
        }

        @Override
        public boolean accepts(AssetAttributes asset) {
            return range.contains(number(asset));
        }

        @Override
        public List<String> valuesOf(AssetAttributes asset) {
            BigDecimal number = number(asset);
            return number == null ? List.of() : List.of(number.toPlainString());
        }

        private @Nullable BigDecimal number(AssetAttributes asset) {
            return switch (attribute.of(asset)) {
                case null -> null;
                case BigDecimal decimal -> decimal;
                case Object whole -> BigDecimal.valueOf(((Number) whole).longValue());
            };
        }
    }

    /** The asset's entries contain all of these. */
    record Entries(AssetAttribute attribute, SortedMap<String, String> entries) implements AssetCondition {
        public Entries {
            requireKind(attribute, EnumSet.of(Kind.ENTRIES));
            entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        }

        @Override
        public boolean isOpen() {
            return entries.isEmpty();
        }

        @Override
        public boolean accepts(AssetAttributes asset) {
            return attribute.of(asset) instanceof Map<?, ?> actual
                    && actual.entrySet().containsAll(entries.entrySet());
        }

        @Override
        public List<String> valuesOf(AssetAttributes asset) {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .toList();
        }
    }

    private static void requireKind(AssetAttribute attribute, Set<Kind> kinds) {
        if (!attribute.isFilter() || !kinds.contains(attribute.kind())) {
            throw new IllegalArgumentException("there is no such condition on " + attribute);
        }
    }
}
