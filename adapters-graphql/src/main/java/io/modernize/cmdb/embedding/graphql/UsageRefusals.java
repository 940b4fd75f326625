package io.modernize.cmdb.embedding.graphql;

import graphql.GraphqlErrorException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;

/** Expected refusals as GraphQL errors: a code for programs, the field at fault, and what to do about it. */
final class UsageRefusals {
    private UsageRefusals() {}

    static GraphqlErrorException daysOutOfRange(int most) {
        return error(
                "BAD_INPUT",
                ErrorType.BAD_REQUEST,
                "from",
                "The days from from to to are none or too many.",
                "Send a from that is not after to, and at most " + most + " days, both included.");
    }

    static GraphqlErrorException allEngagementsNeeded() {
        return error(
                "ALL_ENGAGEMENTS_NEEDED",
                ErrorType.FORBIDDEN,
                null,
                "This concerns the client account as a whole, and your scope covers only some of its engagements.",
                "Leave out the header X-Engagement-Id, or ask an administrator of the client account for a membership"
                        + " of all engagements.");
    }

    private static GraphqlErrorException error(
            String code, ErrorType type, @Nullable String field, String message, String remedy) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        if (field != null) {
            extensions.put("field", field);
        }
        extensions.put("remedy", remedy);
        return GraphqlErrorException.newErrorException()
                .errorClassification(type)
                .message(message)
                .extensions(extensions)
                .build();
    }
}
