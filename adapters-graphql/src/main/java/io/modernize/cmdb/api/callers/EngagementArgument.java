package io.modernize.cmdb.api.callers;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what a field narrows the scope to one engagement: queries have an argument {@code engagementId}, mutations a field of
 * that name in their argument {@code input}.
 */
final class EngagementArgument {
    private static final String INPUT = "input";

    private EngagementArgument() {}

    /** The engagement as the caller sent it; null if the field names none. */
    static @Nullable String of(DataFetchingEnvironment environment) {
        Object value = environment.getArgument(INPUT) instanceof Map<?, ?> input
                ? input.get(TenantHeaders.ENGAGEMENT_ARGUMENT)
                : environment.getArgument(TenantHeaders.ENGAGEMENT_ARGUMENT);
        return (String) value;
    }
}
