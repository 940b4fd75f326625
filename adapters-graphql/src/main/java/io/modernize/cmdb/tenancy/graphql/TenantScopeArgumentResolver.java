package io.modernize.cmdb.tenancy.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ResolveTenantScope;
import io.modernize.cmdb.tenancy.application.ScopeRequest;
import io.modernize.cmdb.tenancy.application.ScopeResolution;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Gives controller methods of every capability their {@link TenantScope}: from the access token, the tenant headers and
 * the field's argument {@code engagementId}, where it has one. A method that declares the parameter cannot run without
 * a scope, and has no other way to get one.
 */
@Component
final class TenantScopeArgumentResolver implements HandlerMethodArgumentResolver {
    private static final String ENGAGEMENT_ARGUMENT = "engagementId";

    /** Every scoped field is a search so far. */
    private static final Permission PERMISSION = Permission.DATA_VECTOR_SEARCH;

    private final ResolveTenantScope resolveTenantScope;

    TenantScopeArgumentResolver(ResolveTenantScope resolveTenantScope) {
        this.resolveTenantScope = resolveTenantScope;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == TenantScope.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        TenantHeaders headers = TenantHeaders.of(environment.getGraphQlContext());
        ScopeRequest request = new ScopeRequest(
                CallerIdentity.current(), headers.clientAccountId(), engagementId(headers, environment), PERMISSION);
        return switch (resolveTenantScope.resolve(request)) {
            case ScopeResolution.Granted granted -> granted.scope();
            case ScopeResolution.NotAMember refusal -> throw Refusals.notAMember(refusal);
            case ScopeResolution.ChoiceNeeded refusal -> throw Refusals.choiceNeeded(refusal);
            case ScopeResolution.NotPermitted refusal -> throw Refusals.notPermitted(refusal);
            case ScopeResolution.EngagementUnknown refusal -> throw Refusals.engagementUnknown(refusal);
        };
    }

    private static @Nullable EngagementId engagementId(TenantHeaders headers, DataFetchingEnvironment environment) {
        EngagementId header = headers.engagementId();
        String argument = environment.getArgument(ENGAGEMENT_ARGUMENT);
        if (argument == null) {
            return header;
        }
        EngagementId engagementId = new EngagementId(Uuids.parse(ENGAGEMENT_ARGUMENT, argument));
        if (header != null && !header.equals(engagementId)) {
            throw Refusals.badInput(
                    ENGAGEMENT_ARGUMENT,
                    "The argument and the header " + TenantHeaders.ENGAGEMENT_ID + " name different engagements.",
                    "Send one of them, or the same in both.");
        }
        return engagementId;
    }
}
