package io.modernize.cmdb.administration.engagements.graphql;

import static io.modernize.cmdb.tenancy.Permission.ACCOUNT_MANAGE;
import static io.modernize.cmdb.tenancy.Permission.ENGAGEMENTS_CREATE;

import graphql.GraphQLContext;
import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.callers.CallerRequest;
import io.modernize.cmdb.api.callers.CallerScope;
import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.EngagementOutcome;
import io.modernize.cmdb.tenancy.application.ListClientAccounts;
import io.modernize.cmdb.tenancy.application.ManageEngagements;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Shows client accounts and engagements, creates and renames engagements, and renames client accounts. */
@Controller
final class EngagementController {
    private final ManageEngagements manage;
    private final ListClientAccounts clientAccounts;
    private final EngagementCatalog catalog;
    private final CallerScope callerScope;

    EngagementController(
            ManageEngagements manage,
            ListClientAccounts clientAccounts,
            EngagementCatalog catalog,
            CallerScope callerScope) {
        this.manage = manage;
        this.clientAccounts = clientAccounts;
        this.catalog = catalog;
        this.callerScope = callerScope;
    }

    /** Without a scope: it is what the caller chooses one by. */
    @QueryMapping
    List<OwnClientAccountPayload> clientAccounts(PrincipalIdentity caller) {
        return clientAccounts.of(caller).stream()
                .map(OwnClientAccountPayload::from)
                .toList();
    }

    @QueryMapping
    List<EngagementPayload> engagements(GraphQLContext context) {
        CallerRequest request = CallerRequest.of(context);
        TenantScope scope = callerScope
                .grant(request, request.headers().engagementId(), null)
                .scope();
        return catalog.engagements(scope).stream().map(EngagementPayload::from).toList();
    }

    @MutationMapping
    CreateEngagementPayload createEngagement(
            @Requires(ENGAGEMENTS_CREATE) TenantScope scope,
            PrincipalIdentity caller,
            @Argument String slug,
            @Argument String name) {
        if (!Slug.isValid(slug)) {
            return InvalidInput.of(
                    "slug",
                    "The value is no slug.",
                    "Send 1 to 63 lower-case letters, digits and inner hyphens, for example datacentre-exit.");
        }
        if (!DisplayName.isValid(name)) {
            return InvalidInput.noName("name");
        }
        EngagementOutcome outcome = manage.create(scope, caller, new Slug(slug), new DisplayName(name));
        return switch (outcome) {
            case EngagementOutcome.Created(var engagement) -> new EngagementCreated(EngagementPayload.from(engagement));
            case EngagementOutcome.SlugTaken() -> SlugTaken.error();
            case EngagementOutcome.TooManyEngagements() -> TooManyEngagements.error();
            case EngagementOutcome.Renamed _, EngagementOutcome.EngagementUnknown _ -> throw unexpected(outcome);
        };
    }

    @MutationMapping
    RenameEngagementPayload renameEngagement(
            @Requires(ENGAGEMENTS_CREATE) TenantScope scope, @Argument String id, @Argument String name) {
        Optional<UUID> engagementId = Uuids.find(id);
        if (engagementId.isEmpty()) {
            return InvalidInput.noUuid("id");
        }
        if (!DisplayName.isValid(name)) {
            return InvalidInput.noName("name");
        }
        EngagementOutcome outcome = manage.rename(scope, new EngagementId(engagementId.get()), new DisplayName(name));
        return switch (outcome) {
            case EngagementOutcome.Renamed(var before, var engagement) ->
                new EngagementRenamed(EngagementPayload.from(before), EngagementPayload.from(engagement));
            case EngagementOutcome.EngagementUnknown() -> UnknownEngagement.of("id");
            case EngagementOutcome.Created _, EngagementOutcome.SlugTaken _, EngagementOutcome.TooManyEngagements _ ->
                throw unexpected(outcome);
        };
    }

    @MutationMapping
    RenameClientAccountPayload renameClientAccount(@Requires(ACCOUNT_MANAGE) TenantScope scope, @Argument String name) {
        ScopeArguments.requireAllEngagements(scope);
        if (!DisplayName.isValid(name)) {
            return InvalidInput.noName("name");
        }
        ManageEngagements.Renaming renaming = manage.renameClientAccount(scope, new DisplayName(name));
        return new ClientAccountRenamed(
                ClientAccountPayload.from(renaming.before()), ClientAccountPayload.from(renaming.account()));
    }

    private static IllegalStateException unexpected(EngagementOutcome outcome) {
        return new IllegalStateException("no outcome of this: " + outcome);
    }
}
