package io.modernize.cmdb.api.callers;

import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engagement that a field narrows the scope to. A query names it by the argument {@code engagementId}. A mutation names
 * it by a field of this name in its argument {@code input}. A field of the type {@code Engagement} is about the engagement that
 * it is asked of.
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
