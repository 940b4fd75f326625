package io.modernize.cmdb.similarity.search.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.GraphqlErrorException;
import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/**
 * Answers a search whose text could not be embedded. The operator's log tells why, and the caller learns what to do.
 */
@Component
@Order(0)
final class EmbeddingUnavailableResolver extends DataFetcherExceptionResolverAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingUnavailableResolver.class);

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment environment) {
        if (!(exception instanceof EmbeddingUnavailableException failure)) {
            return null;
        }
        LOG.warn(
                "GraphQL request {}: no embedding for a query, {}: {}",
                environment.getExecutionId(),
                failure.reason(),
                failure.getMessage());
        GraphqlErrorException refusal = Refusals.searchUnavailable(failure);
        return GraphqlErrorBuilder.newError(environment)
                .errorType(refusal.getErrorType())
                .message(refusal.getMessage())
                .extensions(refusal.getExtensions())
                .build();
    }
}
