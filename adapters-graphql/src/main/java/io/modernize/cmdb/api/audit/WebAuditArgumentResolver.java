package io.modernize.cmdb.api.audit;

import io.modernize.cmdb.api.requests.RequestId;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers of plain HTTP the caller and the origin of the request, for the audit log. */
@Component
final class WebAuditArgumentResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AuditActor.class || parameter.getParameterType() == AuditOrigin.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == AuditActor.class) {
            return AuditCaller.current();
        }
        return origin(request);
    }

    static AuditOrigin origin(NativeWebRequest request) {
        HttpServletRequest servletRequest =
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class), "requests come over HTTP");
        return new AuditOrigin(
                servletRequest.getRemoteAddr(),
                RequestId.find(servletRequest),
                servletRequest.getHeader(HttpHeaders.USER_AGENT));
    }
}
