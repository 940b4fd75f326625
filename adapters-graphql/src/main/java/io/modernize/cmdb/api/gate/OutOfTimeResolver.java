package io.modernize.cmdb.api.gate;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.tenancy.application.OutOfTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Answers that a request took too long, if its work was cancelled for that reason. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OutOfTimeResolver extends DataFetcherExceptionResolverAdapter {
    private final long timeoutMillis;

    OutOfTimeResolver(ApiLimits limits) {
        this.timeoutMillis = limits.timeout().toMillis();
    }

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment environment) {
        if (!(exception instanceof OutOfTimeException)) {
            return null;
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "REQUEST_TIMED_OUT");
        extensions.put("limit", "timeout");
        extensions.put("value", timeoutMillis - leftMillis());
        extensions.put("maximum", timeoutMillis);
        extensions.put("remedy", "Ask for less in one request: fewer searches, or narrower filters.");
        return GraphqlErrorBuilder.newError(environment)
                .errorType(ErrorType.INTERNAL_ERROR)
                .message("The request took longer than " + timeoutMillis + " ms, and was cancelled.")
                .extensions(extensions)
                .build();
    }

    private static long leftMillis() {
        return ApiRequest.current()
                .flatMap(ApiRequest::timeLeft)
                .map(left -> Math.min(left.toMillis(), 0))
                .orElse(0L);
    }
}
