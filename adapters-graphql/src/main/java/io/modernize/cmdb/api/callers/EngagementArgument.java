package io.modernize.cmdb.api.callers;

import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what a field narrows the scope to one engagement: queries have an argument {@code engagementId}, mutations a field of
 * that name in their argument {@code input}, and fields of the type {@code Engagement} are about the engagement that they are
 * asked of.
 */
final class EngagementArgument {
    private static final String INPUT = "input";

    private EngagementArgument() {}

    /** The id of the engagement as the caller sent it or as an answer shows it; null if the field names none. */
    static @Nullable String of(DataFetchingEnvironment environment) {
        if (environment.getSource() instanceof EngagementPayload engagement) {
            return engagement.id();
        }
        Object value = environment.getArgument(INPUT) instanceof Map<?, ?> input
                ? input.get(TenantHeaders.ENGAGEMENT_ARGUMENT)
                : environment.getArgument(TenantHeaders.ENGAGEMENT_ARGUMENT);
        return (String) value;
    }
}
