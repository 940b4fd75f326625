package io.modernize.cmdb.similarity.filter;

import io.modernize.cmdb.inventory.AssetAttribute;
import java.util.List;

/**
 * Which values the assets that a search chooses from have, and how many of them have each.
 *
 * @param facets one for each {@link Field}
 * @param assets how many were looked at; a lower bound where there are more, the counts then being those of a part
 */
public record Facets(List<Facet> facets, CandidateCount assets) {
    /** Most assets looked at: some tens of milliseconds' worth, and enough to see what is common. */
    public static final int MAX_ASSETS = 10_000;

    /** Most values of a field: what fits beside a list of hits. */
    public static final int MAX_VALUES = 20;

    public Facets {
        facets = List.copyOf(facets);
    }

    /** What assets are counted by. */
    public enum Field {
        CI_CLASS(AssetAttribute.CI_CLASS),
        ENVIRONMENT(AssetAttribute.ENVIRONMENT),
        OS_FAMILY(AssetAttribute.OS_FAMILY),
        LOCATION(AssetAttribute.LOCATION),
        TAG(AssetAttribute.TAGS);

        private final AssetAttribute attribute;

        Field(AssetAttribute attribute) {
            this.attribute = attribute;
        }

        public AssetAttribute attribute() {
            return attribute;
        }
    }

    /**
     * A field's values.
     *
     * @param values the most frequent first, at most {@link #MAX_VALUES}; equally frequent ones by their text
     */
    public record Facet(Field field, List<Value> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /**
     * A value, and how many assets have it.
     *
     * @param value of values that differ in case only, one
     */
    public record Value(String value, long count) {}
}
