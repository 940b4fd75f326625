package io.modernize.cmdb.testsupport.deepinfra;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault, and the requests that meet it.
 *
 * @param inputs where given, only requests that have an input in which this is found; prefixes are part of inputs
 * @param after so many of these requests are spared first, not negative
 * @param times so many of the next ones meet it, at least 1
 * @param share of those, above 0 and at most 1; by lot
 */
public record FaultRule(Fault fault, @Nullable Pattern inputs, int after, int times, double share) {
    public FaultRule {
        // Written so that NaN is refused too.
        if (after < 0 || times < 1 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a rule spares at least 0 requests, strikes at least 1 and a share above 0 and up to 1, not "
                            + after + ", " + times + " and " + share);
        }
    }

    /** Every request. */
    public static FaultRule always(Fault fault) {
        return new FaultRule(fault, null, 0, Integer.MAX_VALUE, 1);
    }

    /** The first requests. */
    public static FaultRule first(int times, Fault fault) {
        return new FaultRule(fault, null, 0, times, 1);
    }

    /** Every request with an input in which the expression is found. */
    public static FaultRule onInputs(String expression, Fault fault) {
        return new FaultRule(fault, Pattern.compile(expression), 0, Integer.MAX_VALUE, 1);
    }
}
