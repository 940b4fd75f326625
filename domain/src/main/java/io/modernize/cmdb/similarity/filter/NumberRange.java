package io.modernize.cmdb.similarity.filter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers that includes both ends. A missing end does not limit it. An asset that lacks the attribute lies
 * in no range.
 *
 * @throws IllegalArgumentException if the minimum is greater than the maximum
 */
public record NumberRange(
        @Nullable BigDecimal min, @Nullable BigDecimal max) {
    public NumberRange {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("a range's minimum is at most its maximum");
        }
    }

    public boolean isUnbounded() {
        return min == null && max == null;
    }

    public boolean contains(@Nullable BigDecimal value) {
        if (isUnbounded()) {
            return true;
        }
        return value != null
                && (min == null || value.compareTo(min) >= 0)
                && (max == null || value.compareTo(max) <= 0);
    }
}
