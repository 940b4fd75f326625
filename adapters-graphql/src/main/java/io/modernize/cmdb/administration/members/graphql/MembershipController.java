package io.modernize.cmdb.administration.members.graphql;

import static io.modernize.cmdb.tenancy.Permission.USERS_MANAGE;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.arguments.Uuids;
import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.paging.PageConnection;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.MembershipId;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ManageMemberships;
import io.modernize.cmdb.tenancy.application.MembershipOutcome;
import io.modernize.cmdb.tenancy.application.MembershipPosition;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Shows, grants, changes and revokes memberships. */
@Controller
final class MembershipController {
    private final ManageMemberships memberships;

    MembershipController(ManageMemberships memberships) {
        this.memberships = memberships;
    }

    @QueryMapping
    PageConnection<MembershipPayload> memberships(
            @Requires(USERS_MANAGE) TenantScope scope,
            PageCursors cursors,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        ScopeArguments.requireAllEngagements(scope);
        return PageConnection.from(
                memberships.list(
                        scope,
                        cursors.open(
                                scope,
                                "after",
                                after,
                                place -> new MembershipPosition(
                                        Instant.parse(place.get(0)), new MembershipId(UUID.fromString(place.get(1))))),
                        PageSize.of(first, ManageMemberships.MAX_PAGE)),
                member -> MembershipPayload.from(scope, member),
                member -> cursors.seal(
                        scope,
                        List.of(member.createdAt().toString(), member.id().toString())));
    }

    @MutationMapping
    GrantMembershipPayload grantMembership(
            @Requires(USERS_MANAGE) TenantScope scope,
            @Requires(USERS_MANAGE) EffectivePermissions own,
            @Argument GrantMembershipInput input) {
        ScopeArguments.requireAllEngagements(scope);
        requireAllOf(input.role(), own);
        Optional<UUID> directory = Uuids.find(input.directoryTenantId());
        Optional<UUID> object = Uuids.find(input.objectId());
        if (directory.isEmpty()) {
            return GrantMembershipPayload.refused(MutationError.noUuid("directoryTenantId"));
        }
        if (object.isEmpty()) {
            return GrantMembershipPayload.refused(MutationError.noUuid("objectId"));
        }
        String label = input.label();
        if (label != null && !DisplayName.isValid(label)) {
            return GrantMembershipPayload.refused(MutationError.noName("label"));
        }
        return switch (Selection.of(input.engagementIds())) {
            case Selection.Wrong(var error) -> GrantMembershipPayload.refused(error);
            case Selection.Right(var engagements) ->
                granted(
                        scope,
                        memberships.grant(
                                scope,
                                new PrincipalIdentity(directory.get(), object.get()),
                                input.role().toDomain(),
                                engagements,
                                label == null ? null : new DisplayName(label)));
        };
    }

    /**
     * Refuses to grant permissions that the caller does not have. A caller could otherwise get around the limits of
     * their token.
     */
    private static void requireAllOf(RolePayload role, EffectivePermissions own) {
        for (Permission permission : Permission.values()) {
            if (role.toDomain().allows(permission)) {
                own.lacking(permission).ifPresent(lack -> {
                    throw CommonRefusals.notPermitted(permission, lack);
                });
            }
        }
    }

    private static GrantMembershipPayload granted(TenantScope scope, MembershipOutcome outcome) {
        return switch (outcome) {
            case MembershipOutcome.Granted(var member) ->
                GrantMembershipPayload.granted(MembershipPayload.from(scope, member));
            case MembershipOutcome.AlreadyAMember() ->
                GrantMembershipPayload.refused(MembershipErrors.alreadyAMember());
            case MembershipOutcome.EngagementUnknown unknown ->
                GrantMembershipPayload.refused(MutationError.engagementUnknown("engagementIds"));
            case MembershipOutcome.Changed _,
                    MembershipOutcome.Revoked _,
                    MembershipOutcome.LastAdministrator _,
                    MembershipOutcome.MembershipUnknown _ -> throw unexpected(outcome);
        };
    }

    @MutationMapping
    ChangeMembershipPayload changeMembership(
            @Requires(USERS_MANAGE) TenantScope scope,
            @Requires(USERS_MANAGE) EffectivePermissions own,
            @Argument ChangeMembershipInput input) {
        ScopeArguments.requireAllEngagements(scope);
        requireAllOf(input.role(), own);
        Optional<MembershipId> id = Uuids.find(input.id()).map(MembershipId::new);
        if (id.isEmpty()) {
            return ChangeMembershipPayload.refused(MutationError.noUuid("id"));
        }
        return switch (Selection.of(input.engagementIds())) {
            case Selection.Wrong(var error) -> ChangeMembershipPayload.refused(error);
            case Selection.Right(var engagements) ->
                changed(scope, memberships.change(scope, id.get(), input.role().toDomain(), engagements));
        };
    }

    private static ChangeMembershipPayload changed(TenantScope scope, MembershipOutcome outcome) {
        return switch (outcome) {
            case MembershipOutcome.Changed(var before, var member) ->
                ChangeMembershipPayload.changed(
                        MembershipPayload.from(scope, before), MembershipPayload.from(scope, member));
            case MembershipOutcome.LastAdministrator() ->
                ChangeMembershipPayload.refused(MembershipErrors.lastAdministrator());
            case MembershipOutcome.MembershipUnknown() ->
                ChangeMembershipPayload.refused(MembershipErrors.membershipUnknown());
            case MembershipOutcome.EngagementUnknown unknown ->
                ChangeMembershipPayload.refused(MutationError.engagementUnknown("engagementIds"));
            case MembershipOutcome.Granted _, MembershipOutcome.Revoked _, MembershipOutcome.AlreadyAMember _ ->
                throw unexpected(outcome);
        };
    }

    @MutationMapping
    RevokeMembershipPayload revokeMembership(
            @Requires(USERS_MANAGE) TenantScope scope, @Argument RevokeMembershipInput input) {
        ScopeArguments.requireAllEngagements(scope);
        Optional<MembershipId> id = Uuids.find(input.id()).map(MembershipId::new);
        if (id.isEmpty()) {
            return RevokeMembershipPayload.refused(MutationError.noUuid("id"));
        }
        MembershipOutcome outcome = memberships.revoke(scope, id.get());
        return switch (outcome) {
            case MembershipOutcome.Revoked(var member) ->
                RevokeMembershipPayload.revoked(MembershipPayload.from(scope, member));
            case MembershipOutcome.LastAdministrator() ->
                RevokeMembershipPayload.refused(MembershipErrors.lastAdministrator());
            case MembershipOutcome.MembershipUnknown() ->
                RevokeMembershipPayload.refused(MembershipErrors.membershipUnknown());
            case MembershipOutcome.Granted _,
                    MembershipOutcome.Changed _,
                    MembershipOutcome.AlreadyAMember _,
                    MembershipOutcome.EngagementUnknown _ -> throw unexpected(outcome);
        };
    }

    private static IllegalStateException unexpected(MembershipOutcome outcome) {
        return new IllegalStateException("no outcome of this: " + outcome);
    }

    /** The engagements that the field {@code engagementIds} of an input names. */
    private sealed interface Selection {
        record Right(EngagementSelection engagements) implements Selection {}

        record Wrong(MutationError error) implements Selection {}

        static Selection of(@Nullable List<String> engagementIds) {
            if (engagementIds == null) {
                return new Right(new EngagementSelection.All());
            }
            if (engagementIds.isEmpty() || engagementIds.size() > ManageMemberships.MOST_ENGAGEMENTS) {
                return new Wrong(MutationError.badInput(
                        "engagementIds",
                        "The list is empty or too long.",
                        "Send 1 to " + ManageMemberships.MOST_ENGAGEMENTS
                                + " ids, or leave it out for all engagements."));
            }
            Set<EngagementId> ids = new HashSet<>();
            for (String text : engagementIds) {
                Optional<UUID> id = Uuids.find(text);
                if (id.isEmpty()) {
                    return new Wrong(MutationError.noUuid("engagementIds"));
                }
                ids.add(new EngagementId(id.get()));
            }
            return new Right(new EngagementSelection.Only(ids));
        }
    }
}
