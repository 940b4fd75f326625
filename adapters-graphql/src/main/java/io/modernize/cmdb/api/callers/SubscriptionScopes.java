package io.modernize.cmdb.api.callers;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets each event of a subscription ask anew who its caller is. A subscription lasts minutes, and a membership that is
 * revoked meanwhile must not count until its end.
 */
@Configuration(proxyBeanMethods = false)
class SubscriptionScopes {
    @Bean
    Instrumentation forgetScopesBetweenEvents() {
        return new SimplePerformantInstrumentation() {
            @Override
            public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
                    InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
                CallerRequest.of(parameters.getExecutionContext().getGraphQLContext())
                        .known()
                        .forget();
                return super.beginSubscribedFieldEvent(parameters, state);
            }
        };
    }
}
