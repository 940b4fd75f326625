package io.modernize.cmdb.api.audit;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.api.callers.CallerRequest;
import io.modernize.cmdb.api.callers.CallerScope;
import io.modernize.cmdb.audit.Audits;
import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.Audit.Finding;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;

/** Writes down what handlers of plain HTTP have refused, as {@link MutationAudit} does for mutations. */
@Component
final class WebRefusalAudit {
    private final Audit audit;
    private final CallerScope callerScope;

    WebRefusalAudit(Audit audit, CallerScope callerScope) {
        this.audit = audit;
        this.callerScope = callerScope;
    }

    public void write(GraphqlErrorException refusal, HandlerMethod handler, NativeWebRequest request) {
        Audits audits = handler.getMethodAnnotation(Audits.class);
        if (audits != null && refusal.getExtensions().get("code") instanceof String code) {
            scope(request)
                    .ifPresent(scope -> audit.write(
                            scope,
                            new Attempt(
                                    audits.value(), AuditCaller.current(), WebAuditArgumentResolver.origin(request)),
                            Finding.refused(code)));
        }
    }

    /** Empty where the caller is no member of the client account, or has not chosen one. */
    private Optional<TenantScope> scope(NativeWebRequest request) {
        try {
            return Optional.of(callerScope
                    .grant(CallerRequest.of(request), null, null)
                    .membership()
                    .scope());
        } catch (GraphqlErrorException noClientAccount) {
            return Optional.empty();
        }
    }
}
