package io.modernize.cmdb.benchmarks;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The share of a client's rows that passes a search's filter. */
enum Selectivity {
    ALL("100 %", null),
    TENTH("10 %", Attribute.ENVIRONMENT),
    HUNDREDTH("1 %", Attribute.LOCATION),
    THOUSANDTH("0.1 %", Attribute.SUPPORT_GROUP);

    private final String label;
    private final @Nullable Attribute attribute;

    Selectivity(String label, @Nullable Attribute attribute) {
        this.label = label;
        this.attribute = attribute;
    }

    String label() {
        return label;
    }

    /** The attribute that the filter names. Empty without a filter. */
    Optional<Attribute> attribute() {
        return Optional.ofNullable(attribute);
    }
}
