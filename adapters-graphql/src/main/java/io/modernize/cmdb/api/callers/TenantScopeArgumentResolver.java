package io.modernize.cmdb.api.callers;

import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ScopeResolution.Granted;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Gives controller methods of every capability their {@link TenantScope}. It follows from the access token, the tenant
 * headers and the engagement that the field is asked for ({@link EngagementArgument}). A method that declares the
 * parameter cannot run without a scope, and has no other way to get one. A method that depends on more than one permission
 * can also declare its {@link EffectivePermissions}. {@link Requires} names the permission that is needed.
 */
@Component
final class TenantScopeArgumentResolver implements HandlerMethodArgumentResolver {
    private final CallerScope callerScope;

    TenantScopeArgumentResolver(CallerScope callerScope) {
        this.callerScope = callerScope;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == TenantScope.class
                || parameter.getParameterType() == EffectivePermissions.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        CallerRequest request = CallerRequest.of(environment.getGraphQlContext());
        Granted granted = callerScope.grant(
                request,
                request.headers().engagementId(EngagementArgument.of(environment)),
                permission(parameter, environment));
        return parameter.getParameterType() == TenantScope.class ? granted.scope() : granted.permissions();
    }

    /**
     * The permission that the field needs. If nothing else is declared, a query with a scope is a search or about
     * results of searches, and a mutation changes data.
     */
    private static Permission permission(MethodParameter parameter, DataFetchingEnvironment environment) {
        Requires required = parameter.getParameterAnnotation(Requires.class);
        if (required != null) {
            return required.value();
        }
        return environment.getOperationDefinition().getOperation() == OperationDefinition.Operation.MUTATION
                ? Permission.DATA_FULL_ACCESS
                : Permission.DATA_VECTOR_SEARCH;
    }
}
