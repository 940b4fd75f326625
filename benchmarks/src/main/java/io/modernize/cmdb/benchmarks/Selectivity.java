package io.modernize.cmdb.benchmarks;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which share of a client's rows a search's filter lets through. */
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

    /** The attribute of which one value is asked for; empty without a filter. */
    Optional<Attribute> attribute() {
        return Optional.ofNullable(attribute);
    }
}
