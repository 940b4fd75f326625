package io.modernize.cmdb.api.callers;

import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.api.requests.CallerIdentity;
import io.modernize.cmdb.tenancy.Caller;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.application.KnownScopes;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Gives controllers of subscriptions their {@link LiveScope}. It keeps who called and what was asked for, because the events
 * of a subscription come on other threads than its request.
 */
@Component
final class LiveScopeArgumentResolver implements HandlerMethodArgumentResolver {
    private final CallerScope callerScope;
    private final Clock clock;

    LiveScopeArgumentResolver(CallerScope callerScope, Clock clock) {
        this.callerScope = callerScope;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == LiveScope.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        Permission permission = Objects.requireNonNull(
                        parameter.getParameterAnnotation(Requires.class),
                        "a subscription says which permission it requires")
                .value();
        TenantHeaders headers =
                CallerRequest.of(environment.getGraphQlContext()).headers();
        EngagementId engagementId = headers.engagementId(EngagementArgument.of(environment));
        Caller caller = CallerIdentity.caller();
        Instant expiresAt = CallerIdentity.tokenExpiresAt();
        return (LiveScope) () -> {
            if (clock.instant().isAfter(expiresAt)) {
                throw Refusals.tokenExpired();
            }
            CallerRequest anew = new CallerRequest(headers, new KnownScopes());
            return callerScope.grant(caller, anew, engagementId, permission).scope();
        };
    }
}
