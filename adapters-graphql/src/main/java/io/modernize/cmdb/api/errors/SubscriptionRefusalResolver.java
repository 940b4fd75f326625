package io.modernize.cmdb.api.errors;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.GraphqlErrorException;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** Answers a refusal of a subscription, as {@link RefusalResolver} does for queries and mutations. */
@Component
final class SubscriptionRefusalResolver extends SubscriptionExceptionResolverAdapter {
    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable exception) {
        if (exception instanceof OverloadedException overloaded) {
            return answer(Refusals.overloaded(overloaded));
        }
        return exception instanceof GraphqlErrorException refusal ? answer(refusal) : null;
    }

    private static GraphQLError answer(GraphqlErrorException refusal) {
        return GraphqlErrorBuilder.newError()
                .errorType(refusal.getErrorType())
                .message(refusal.getMessage())
                .extensions(refusal.getExtensions())
                .build();
    }
}
