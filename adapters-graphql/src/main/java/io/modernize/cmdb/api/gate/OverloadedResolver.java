package io.modernize.cmdb.api.gate;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.GraphqlErrorException;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** Answers that there is no place for the work of a field now, whatever the place would have been for. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OverloadedResolver extends DataFetcherExceptionResolverAdapter {
    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment environment) {
        if (!(exception instanceof OverloadedException overloaded)) {
            return null;
        }
        if (repeats(environment.getOperationDefinition())) {
            ApiRequest.current().ifPresent(request -> request.overloaded(overloaded));
        }
        GraphqlErrorException refusal = Refusals.overloaded(overloaded);
        return GraphqlErrorBuilder.newError(environment)
                .errorType(refusal.getErrorType())
                .message("%s", refusal.getMessage())
                .extensions(refusal.getExtensions())
                .build();
    }

    /**
     * Whether a caller may send the whole request again. If one of several mutations was refused, another one may be
     * done, although the answer has no data.
     */
    private static boolean repeats(OperationDefinition operation) {
        return operation.getOperation() != OperationDefinition.Operation.MUTATION
                || operation.getSelectionSet().getSelections().size() == 1;
    }
}
