package io.modernize.cmdb.tenancy.graphql;

import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ScopeResolution.Granted;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Gives controller methods of every capability their {@link TenantScope}: from the access token, the tenant headers and
 * the field's argument {@code engagementId}, where it has one. A method that declares the parameter cannot run without
 * a scope, and has no other way to get one. Likewise their {@link EffectivePermissions}, for what depends on more than
 * one permission. {@link Requires} says which permission is needed.
 */
@Component
final class TenantScopeArgumentResolver implements HandlerMethodArgumentResolver {
    private static final String ENGAGEMENT_ARGUMENT = "engagementId";

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
        TenantHeaders headers = TenantHeaders.of(environment.getGraphQlContext());
        Granted granted =
                callerScope.grant(headers, engagementId(headers, environment), permission(parameter, environment));
        return parameter.getParameterType() == TenantScope.class ? granted.scope() : granted.permissions();
    }

    /** Unless told otherwise: a scoped query is a search or about what searches found; a mutation changes data. */
    private static Permission permission(MethodParameter parameter, DataFetchingEnvironment environment) {
        Requires required = parameter.getParameterAnnotation(Requires.class);
        if (required != null) {
            return required.value();
        }
        return environment.getOperationDefinition().getOperation() == OperationDefinition.Operation.MUTATION
                ? Permission.DATA_FULL_ACCESS
                : Permission.DATA_VECTOR_SEARCH;
    }

    private static @Nullable EngagementId engagementId(TenantHeaders headers, DataFetchingEnvironment environment) {
        EngagementId header = headers.engagementId();
        String argument = environment.getArgument(ENGAGEMENT_ARGUMENT);
        if (argument == null) {
            return header;
        }
        EngagementId engagementId = new EngagementId(Uuids.parse(ENGAGEMENT_ARGUMENT, argument));
        if (header != null && !header.equals(engagementId)) {
            throw CommonRefusals.badInput(
                    ENGAGEMENT_ARGUMENT,
                    "The argument and the header " + TenantHeaders.ENGAGEMENT_ID + " name different engagements.",
                    "Send one of them, or the same in both.");
        }
        return engagementId;
    }
}
