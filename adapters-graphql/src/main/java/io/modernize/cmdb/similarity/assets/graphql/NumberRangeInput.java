package io.modernize.cmdb.similarity.assets.graphql;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.similarity.filter.NumberRange;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** GraphQL input {@code NumberRangeInput}. */
record NumberRangeInput(@Nullable Double min, @Nullable Double max) {

    /** The range. If there is no input, the range has no limits. */
    static NumberRange toDomain(String field, @Nullable NumberRangeInput input) {
        return input == null ? new NumberRange(null, null) : input.toDomain(field);
    }

    private NumberRange toDomain(String field) {
        BigDecimal least = min == null ? null : BigDecimal.valueOf(min);
        BigDecimal greatest = max == null ? null : BigDecimal.valueOf(max);
        if (least != null && greatest != null && least.compareTo(greatest) > 0) {
            throw CommonRefusals.badInput(
                    field, "The minimum lies above the maximum.", "Send a min that is at most max, or swap them.");
        }
        return new NumberRange(least, greatest);
    }
}
