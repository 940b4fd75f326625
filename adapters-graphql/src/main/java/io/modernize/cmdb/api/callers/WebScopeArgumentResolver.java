package io.modernize.cmdb.api.callers;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives handlers of plain HTTP their {@link TenantScope}, as {@link TenantScopeArgumentResolver} does those of GraphQL:
 * from the access token, the tenant headers and the parameter {@code engagementId}. They have to say which permission is
 * needed.
 */
@Component
final class WebScopeArgumentResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final CallerScope callerScope;

    WebScopeArgumentResolver(CallerScope callerScope) {
        this.callerScope = callerScope;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == TenantScope.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Requires required = Objects.requireNonNull(
                parameter.getParameterAnnotation(Requires.class), "a handler says which permission it requires");
        CallerRequest caller = CallerRequest.of(request);
        return callerScope
                .grant(caller, caller.headers().engagementId(engagementParameter(request)), required.value())
                .scope();
    }

    private static @Nullable String engagementParameter(NativeWebRequest request) {
        String[] values = request.getParameterValues(TenantHeaders.ENGAGEMENT_ARGUMENT);
        if (values != null && values.length > 1) {
            throw CommonRefusals.badInput(
                    TenantHeaders.ENGAGEMENT_ARGUMENT, "The parameter is given more than once.", "Send it once.");
        }
        return values == null ? null : values[0];
    }
}
