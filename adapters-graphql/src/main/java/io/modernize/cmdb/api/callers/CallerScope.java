package io.modernize.cmdb.api.callers;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.api.gate.ApiRequest;
import io.modernize.cmdb.api.requests.CallerIdentity;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.application.ResolveTenantScope;
import io.modernize.cmdb.tenancy.application.ScopeRequest;
import io.modernize.cmdb.tenancy.application.ScopeResolution;
import io.modernize.cmdb.tenancy.application.ScopeResolution.Granted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the caller of the running request may touch; a refusal is a GraphQL error. */
@Component
public final class CallerScope {
    private final ResolveTenantScope resolveTenantScope;

    CallerScope(ResolveTenantScope resolveTenantScope) {
        this.resolveTenantScope = resolveTenantScope;
    }

    /**
     * The caller's membership, permissions and scope. Of all calls for one request, the first asks the database.
     *
     * @param engagementId narrows the scope; null for all that the caller may see
     * @param permission needed; null for what every member may do
     */
    public Granted grant(CallerRequest from, @Nullable EngagementId engagementId, @Nullable Permission permission) {
        ScopeRequest request =
                new ScopeRequest(CallerIdentity.caller(), from.headers().clientAccountId(), engagementId, permission);
        return switch (resolveTenantScope.resolve(request, from.known())) {
            case Granted granted -> admitted(granted);
            case ScopeResolution.NotAMember refusal -> throw Refusals.notAMember(refusal);
            case ScopeResolution.ChoiceNeeded refusal -> throw Refusals.choiceNeeded(refusal);
            case ScopeResolution.NotPermitted(var lacking, var lack) ->
                throw CommonRefusals.notPermitted(lacking, lack);
            case ScopeResolution.EngagementUnknown refusal -> throw Refusals.engagementUnknown(refusal);
        };
    }

    private static Granted admitted(Granted granted) {
        ApiRequest.current()
                .ifPresent(request -> request.worksFor(granted.scope().clientAccountId()));
        return granted;
    }
}
