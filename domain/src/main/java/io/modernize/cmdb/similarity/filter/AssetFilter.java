package io.modernize.cmdb.similarity.filter;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.OsFamily;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on assets: all of them must hold, and one value of each list must match. An empty list or map sets no
 * condition. Text matches whole and ignores case, except tags and source attributes, which match exactly.
 *
 * @param tags the asset carries at least one of them
 * @param sourceAttributes raw attributes of the source by name, each equal to the given value
 * @param storageGb in gibibytes
 * @param memoryMb in mebibytes
 */
public record AssetFilter(
        Set<String> ciClasses,
        Set<String> environments,
        Set<OsFamily> osFamilies,
        Set<String> locations,
        Set<String> statuses,
        Set<String> supportGroups,
        Set<String> tags,
        Map<String, String> sourceAttributes,
        NumberRange cpuCount,
        NumberRange memoryMb,
        NumberRange storageGb) {

    private static final NumberRange ANY_NUMBER = new NumberRange(null, null);
    private static final AssetFilter NONE = new AssetFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Map.of(),
            ANY_NUMBER,
            ANY_NUMBER,
            ANY_NUMBER);

    /**
     * The greatest number of values in one list, and of source attributes. A filter beyond it is a mistake, and costs a
     * plan of its own.
     */
    public static final int MAX_VALUES = 100;

    public AssetFilter {
        ciClasses = Set.copyOf(ciClasses);
        environments = Set.copyOf(environments);
        osFamilies = Set.copyOf(osFamilies);
        locations = Set.copyOf(locations);
        statuses = Set.copyOf(statuses);
        supportGroups = Set.copyOf(supportGroups);
        tags = Set.copyOf(tags);
        sourceAttributes = Map.copyOf(sourceAttributes);
    }

    /** The filter that every asset passes. */
    public static AssetFilter none() {
        return NONE;
    }

    /** Whether an asset passes the filter. The SQL of the database adapter decides the same. */
    public boolean accepts(AssetAttributes asset) {
        return matches(ciClasses, asset.ciClass())
                && matches(environments, asset.environment())
                && (osFamilies.isEmpty() || (asset.osFamily() != null && osFamilies.contains(asset.osFamily())))
                && matches(locations, asset.location())
                && matches(statuses, asset.status())
                && matches(supportGroups, asset.supportGroup())
                && (tags.isEmpty() || asset.tags().stream().anyMatch(tags::contains))
                && sourceAttributes.entrySet().stream()
                        .allMatch(wanted -> wanted.getValue()
                                .equals(asset.sourceAttributes().get(wanted.getKey())))
                && cpuCount.contains(decimal(asset.cpuCount()))
                && memoryMb.contains(decimal(asset.memoryMb()))
                && storageGb.contains(asset.storageGb());
    }

    /** The values with which an asset that passes the filter meets each condition. */
    public List<FilterMatch> matchesOf(AssetAttributes asset) {
        List<FilterMatch> met = new ArrayList<>();
        meet(met, "ciClasses", !ciClasses.isEmpty(), asset.ciClass());
        meet(met, "environments", !environments.isEmpty(), asset.environment());
        meet(met, "osFamilies", !osFamilies.isEmpty(), asset.osFamily());
        meet(met, "locations", !locations.isEmpty(), asset.location());
        meet(met, "statuses", !statuses.isEmpty(), asset.status());
        meet(met, "supportGroups", !supportGroups.isEmpty(), asset.supportGroup());
        asset.tags().stream().filter(tags::contains).forEach(tag -> meet(met, "tags", true, tag));
        sourceAttributes.keySet().stream()
                .sorted()
                .forEach(name -> meet(met, "attributes", true, name + "=" + sourceAttributes.get(name)));
        meet(met, "cpuCount", !cpuCount.equals(ANY_NUMBER), asset.cpuCount());
        meet(met, "memoryMb", !memoryMb.equals(ANY_NUMBER), asset.memoryMb());
        meet(met, "storageGb", !storageGb.equals(ANY_NUMBER), asset.storageGb());
        return met;
    }

    private static void meet(List<FilterMatch> met, String condition, boolean set, @Nullable Object value) {
        if (set && value != null) {
            met.add(new FilterMatch(
                    condition, value instanceof BigDecimal number ? number.toPlainString() : value.toString()));
        }
    }

    private static boolean matches(Set<String> wanted, @Nullable String actual) {
        return wanted.isEmpty() || (actual != null && wanted.stream().anyMatch(actual::equalsIgnoreCase));
    }

    private static @Nullable BigDecimal decimal(@Nullable Number value) {
        return value == null ? null : BigDecimal.valueOf(value.longValue());
    }
}
