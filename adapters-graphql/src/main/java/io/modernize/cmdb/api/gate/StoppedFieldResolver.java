package io.modernize.cmdb.api.gate;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/**
 * Answers fields that were under way when the engine was told to stop. Nobody reads these errors, because the answer has the
 * reason instead ({@link AnswerLimit}). They are expected, so the log does not have them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class StoppedFieldResolver extends DataFetcherExceptionResolverAdapter {
    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment environment) {
        return exception instanceof AbortExecutionException
                ? GraphqlErrorBuilder.newError(environment)
                        .errorType(ErrorType.BAD_REQUEST)
                        .message("The request was stopped.")
                        .build()
                : null;
    }
}
