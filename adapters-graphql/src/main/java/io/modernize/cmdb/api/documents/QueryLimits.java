package io.modernize.cmdb.api.documents;

import graphql.ExecutionResult;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.validation.ValidationError;
import io.modernize.cmdb.api.gate.ApiRequest;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.FieldCosts;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.limits.LimitExceededException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Limits what one GraphQL request may ask for. The engine itself limits little of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiLimits.class)
class QueryLimits {
    /** Checks the shape of a document once. A document that was found valid before is not checked again. */
    @Bean
    @Order(1)
    Instrumentation documentLimits(ApiLimits limits) {
        return new SimplePerformantInstrumentation() {
            @Override
            public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
                    InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
                DocumentShape.of(parameters.getDocument()).check(limits);
                return super.beginValidation(parameters, state);
            }
        };
    }

    @Bean
    @Order(2)
    MaxQueryDepthInstrumentation maxQueryDepthInstrumentation(ApiLimits limits) {
        return new MaxQueryDepthInstrumentation(limits.depth()) {
            @Override
            protected AbortExecutionException mkAbortException(int depth, int maxDepth) {
                return new LimitExceededException(Limit.DEPTH, depth, maxDepth);
            }
        };
    }

    /** Charges the caller for a request. The cost of a request depends on its variables. */
    @Bean
    @Order(3)
    Instrumentation costLimit(ApiLimits limits) {
        FieldCosts costs = new FieldCosts();
        return new SimplePerformantInstrumentation() {
            @Override
            public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
                    InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
                int cost = cost(costs, parameters.getExecutionContext());
                limits.check(Limit.COMPLEXITY, cost);
                ApiRequest.current().ifPresent(request -> request.charge(cost));
                return super.beginExecuteOperation(parameters, state);
            }
        };
    }

    private static int cost(FieldCosts costs, ExecutionContext execution) {
        return QueryComplexityCalculator.newCalculator()
                .fieldComplexityCalculator(costs)
                .schema(execution.getGraphQLSchema())
                .document(execution.getDocument())
                .operationName(execution.getExecutionInput().getOperationName())
                .variables(execution.getCoercedVariables())
                .build()
                .calculate();
    }
}
