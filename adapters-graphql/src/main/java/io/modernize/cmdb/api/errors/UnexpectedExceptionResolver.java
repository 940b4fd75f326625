package io.modernize.cmdb.api.errors;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/**
 * Answers exceptions that no other resolver knows, and logs them under the id of the request. Their messages may
 * contain SQL, host names or data of another client account, so none reaches the caller.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class UnexpectedExceptionResolver extends DataFetcherExceptionResolverAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedExceptionResolver.class);

    @Override
    protected GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment environment) {
        String requestId = environment.getExecutionId().toString();
        LOG.error(
                "GraphQL request {} failed at {}",
                requestId,
                environment.getExecutionStepInfo().getPath(),
                exception);
        return InternalErrors.complete(GraphqlErrorBuilder.newError(environment), requestId);
    }
}
