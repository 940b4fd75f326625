package io.modernize.cmdb.similarity.filter;

import io.modernize.cmdb.inventory.AssetAttribute;
import java.util.List;

/**
 * The values of the assets that a search chooses from, and how many of these assets have each value.
 *
 * @param facets one for each {@link Field}
 * @param assets the number of assets that were counted; a lower bound if there are more, and the counts then cover a
 *     part of them
 */
public record Facets(List<Facet> facets, CandidateCount assets) {
    /**
     * The greatest number of assets that are counted. This takes some tens of milliseconds, and is enough to see what
     * is common.
     */
    public static final int MAX_ASSETS = 10_000;

    /** The greatest number of values of a field. So many fit beside a list of hits. */
    public static final int MAX_VALUES = 20;

    public Facets {
        facets = List.copyOf(facets);
    }

    /** The fields whose values are counted. */
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
     * The values of a field.
     *
     * @param values the most frequent first, at most {@link #MAX_VALUES}; equally frequent values in the order of their
     *     texts
     */
    public record Facet(Field field, List<Value> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /**
     * A value, and the number of assets that have it.
     *
     * @param value one of the values that differ in case only
     */
    public record Value(String value, long count) {}
}
