package io.modernize.cmdb.administration.engagements.graphql;

import static io.modernize.cmdb.tenancy.Permission.ACCOUNT_MANAGE;
import static io.modernize.cmdb.tenancy.Permission.ENGAGEMENTS_CREATE;

import graphql.GraphQLContext;
import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.callers.CallerRequest;
import io.modernize.cmdb.api.callers.CallerScope;
import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.lookups.EngagementLookUp;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementOutcome;
import io.modernize.cmdb.tenancy.application.ListClientAccounts;
import io.modernize.cmdb.tenancy.application.ManageEngagements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Shows client accounts and engagements, creates and renames engagements, and renames client accounts. */
@Controller
final class EngagementController {
    private final ManageEngagements manage;
    private final ListClientAccounts clientAccounts;
    private final EngagementLookUp lookUp;
    private final CallerScope callerScope;

    EngagementController(
            ManageEngagements manage,
            ListClientAccounts clientAccounts,
            EngagementLookUp lookUp,
            CallerScope callerScope) {
        this.manage = manage;
        this.clientAccounts = clientAccounts;
        this.lookUp = lookUp;
        this.callerScope = callerScope;
    }

    /** Needs no scope, because the caller chooses one by the answer. */
    @QueryMapping
    List<OwnClientAccountPayload> clientAccounts(PrincipalIdentity caller) {
        return clientAccounts.of(caller).stream()
                .map(OwnClientAccountPayload::from)
                .toList();
    }

    @QueryMapping
    List<EngagementPayload> engagements(GraphQLContext context) {
        return List.copyOf(visible(context).values());
    }

    @QueryMapping
    @Nullable
    EngagementPayload engagement(GraphQLContext context, @Argument String id) {
        EngagementId wanted = new EngagementId(Uuids.parse("id", id));
        return visible(context).get(wanted);
    }

    /** The engagements that the caller may see. A caller needs a membership but no permission. */
    private Map<EngagementId, EngagementPayload> visible(GraphQLContext context) {
        CallerRequest request = CallerRequest.of(context);
        return lookUp.all(callerScope
                .grant(request, request.headers().engagementId(), null)
                .scope());
    }

    @MutationMapping
    CreateEngagementPayload createEngagement(
            @Requires(ENGAGEMENTS_CREATE) TenantScope scope,
            PrincipalIdentity caller,
            @Argument CreateEngagementInput input) {
        if (!Slug.isValid(input.slug())) {
            return CreateEngagementPayload.refused(EngagementErrors.noSlug());
        }
        if (!DisplayName.isValid(input.name())) {
            return CreateEngagementPayload.refused(MutationError.noName("name"));
        }
        EngagementOutcome outcome = manage.create(scope, caller, new Slug(input.slug()), new DisplayName(input.name()));
        return switch (outcome) {
            case EngagementOutcome.Created(var engagement) ->
                CreateEngagementPayload.created(EngagementPayload.from(engagement));
            case EngagementOutcome.SlugTaken() -> CreateEngagementPayload.refused(EngagementErrors.slugTaken());
            case EngagementOutcome.TooManyEngagements() ->
                CreateEngagementPayload.refused(EngagementErrors.tooManyEngagements());
            case EngagementOutcome.Renamed _, EngagementOutcome.EngagementUnknown _ -> throw unexpected(outcome);
        };
    }

    @MutationMapping
    RenameEngagementPayload renameEngagement(
            @Requires(ENGAGEMENTS_CREATE) TenantScope scope, @Argument RenameEngagementInput input) {
        Optional<EngagementId> id = Uuids.find(input.id()).map(EngagementId::new);
        if (id.isEmpty()) {
            return RenameEngagementPayload.refused(MutationError.noUuid("id"));
        }
        if (!DisplayName.isValid(input.name())) {
            return RenameEngagementPayload.refused(MutationError.noName("name"));
        }
        EngagementOutcome outcome = manage.rename(scope, id.get(), new DisplayName(input.name()));
        return switch (outcome) {
            case EngagementOutcome.Renamed(var before, var engagement) ->
                RenameEngagementPayload.renamed(EngagementPayload.from(before), EngagementPayload.from(engagement));
            case EngagementOutcome.EngagementUnknown() ->
                RenameEngagementPayload.refused(MutationError.engagementUnknown("id"));
            case EngagementOutcome.Created _, EngagementOutcome.SlugTaken _, EngagementOutcome.TooManyEngagements _ ->
                throw unexpected(outcome);
        };
    }

    @MutationMapping
    RenameClientAccountPayload renameClientAccount(
            @Requires(ACCOUNT_MANAGE) TenantScope scope, @Argument RenameClientAccountInput input) {
        ScopeArguments.requireAllEngagements(scope);
        if (!DisplayName.isValid(input.name())) {
            return RenameClientAccountPayload.refused(MutationError.noName("name"));
        }
        ManageEngagements.Renaming renaming = manage.renameClientAccount(scope, new DisplayName(input.name()));
        return RenameClientAccountPayload.renamed(
                ClientAccountPayload.from(renaming.before()), ClientAccountPayload.from(renaming.account()));
    }

    private static IllegalStateException unexpected(EngagementOutcome outcome) {
        return new IllegalStateException("no outcome of this: " + outcome);
    }
}
