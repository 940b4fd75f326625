package io.modernize.cmdb.api.callers;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.api.gate.ApiRequest;
import io.modernize.cmdb.api.requests.CallerIdentity;
import io.modernize.cmdb.tenancy.Caller;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.application.ResolveTenantScope;
import io.modernize.cmdb.tenancy.application.ScopeRequest;
import io.modernize.cmdb.tenancy.application.ScopeResolution;
import io.modernize.cmdb.tenancy.application.ScopeResolution.Granted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the scope of the running request's caller. A refusal is a GraphQL error. */
@Component
public final class CallerScope {
    private final ResolveTenantScope resolveTenantScope;

    CallerScope(ResolveTenantScope resolveTenantScope) {
        this.resolveTenantScope = resolveTenantScope;
    }

    /**
     * The caller's membership, permissions and scope. Of all calls for one request, the first asks the database.
     *
     * @param engagementId narrows the scope to one engagement; null for all that the caller may see
     * @param permission the permission that the request needs; null if every member may make it
     */
    public Granted grant(CallerRequest from, @Nullable EngagementId engagementId, @Nullable Permission permission) {
        return grant(CallerIdentity.caller(), from, engagementId, permission);
    }

    /** The same for a caller whose request has gone on to another thread. */
    Granted grant(
            Caller caller, CallerRequest from, @Nullable EngagementId engagementId, @Nullable Permission permission) {
        ScopeRequest request = new ScopeRequest(caller, from.headers().clientAccountId(), engagementId, permission);
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
