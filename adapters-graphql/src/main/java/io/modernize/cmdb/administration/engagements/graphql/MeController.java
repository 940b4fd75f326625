package io.modernize.cmdb.administration.engagements.graphql;

import graphql.GraphQLContext;
import io.modernize.cmdb.api.callers.CallerRequest;
import io.modernize.cmdb.api.callers.CallerScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.ScopeResolution.Granted;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code me}. */
@Controller
final class MeController {
    private final CallerScope callerScope;
    private final EngagementCatalog engagements;

    MeController(CallerScope callerScope, EngagementCatalog engagements) {
        this.callerScope = callerScope;
        this.engagements = engagements;
    }

    @QueryMapping
    MePayload me(GraphQLContext context) {
        CallerRequest request = CallerRequest.of(context);
        Granted granted = callerScope.grant(request, request.headers().engagementId(), null);
        return MePayload.from(
                granted.permissions(),
                engagements.clientAccount(granted.scope()),
                engagements.engagements(granted.scope()));
    }
}
