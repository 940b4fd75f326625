package io.modernize.cmdb.api.errors;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.GraphqlErrorException;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** Answers a refusal that a controller of any capability threw, and adds its place in the query. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalResolver extends DataFetcherExceptionResolverAdapter {
    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment environment) {
        if (!(exception instanceof GraphqlErrorException refusal)) {
            return null;
        }
        return GraphqlErrorBuilder.newError(environment)
                .errorType(refusal.getErrorType())
                .message(refusal.getMessage())
                .extensions(refusal.getExtensions())
                .build();
    }
}
