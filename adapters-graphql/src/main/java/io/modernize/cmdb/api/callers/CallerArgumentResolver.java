package io.modernize.cmdb.api.callers;

import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.api.requests.CallerIdentity;
import io.modernize.cmdb.tenancy.Caller;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Gives controller methods of every capability their {@link Caller}, or the identity alone, for records of who did
 * something. {@link TenantScopeArgumentResolver} tells what the caller may do.
 */
@Component
final class CallerArgumentResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PrincipalIdentity.class || parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        return parameter.getParameterType() == Caller.class ? CallerIdentity.caller() : CallerIdentity.current();
    }
}
