package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Member;
import io.modernize.cmdb.tenancy.MembershipId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.MembershipPosition;
import io.modernize.cmdb.tenancy.application.Memberships;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores memberships in {@code memberships} and {@code membership_engagements}, with the application's login. */
@Component
class JdbcMemberships implements Memberships {
    private static final String MEMBERS = """
        select m.*, array(select e.engagement_id from membership_engagements e
                          where e.client_account_id = m.client_account_id
                            and e.membership_id = m.id) as engagement_ids
        from memberships m
        where m.client_account_id = :client
        """;

    private final TenantJdbc jdbc;

    JdbcMemberships(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<Member> page(TenantScope scope, @Nullable MembershipPosition after, int limit) {
        return jdbc.page(
                scope,
                after,
                limit,
                most -> jdbc.sql(scope, MEMBERS + """
                      and (:afterId::uuid is null or (m.created_at, m.id) > (:afterTime::timestamptz, :afterId::uuid))
                    order by m.created_at, m.id limit :limit
                    """)
                        .param(
                                "afterTime",
                                after == null ? null : after.grantedAt().atOffset(ZoneOffset.UTC))
                        .param("afterId", after == null ? null : after.id().value())
                        .param("limit", most)
                        .query((row, number) -> member(row))
                        .list());
    }

    @Override
    public Optional<Member> find(TenantScope scope, MembershipId id) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, MEMBERS + " and m.id = :id")
                        .param("id", id.value())
                        .query((row, number) -> member(row))
                        .optional());
    }

    @Override
    public boolean add(TenantScope scope, Member member) {
        return jdbc.inScope(scope, () -> {
            boolean added = jdbc.sql(scope, """
                insert into memberships (client_account_id, id, directory_tenant_id, object_id, role, all_engagements,
                    label, created_at, updated_at)
                values (:client, :id, :directory, :object, :role, :all, :label, :createdAt, :createdAt)
                on conflict (client_account_id, directory_tenant_id, object_id) do nothing
                """)
                            .param("id", member.id().value())
                            .param("directory", member.identity().directoryTenantId())
                            .param("object", member.identity().objectId())
                            .param("role", member.role().name())
                            .param("all", member.engagements() instanceof EngagementSelection.All)
                            .param("label", text(member.label()))
                            .param("createdAt", member.createdAt().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
            if (added) {
                addEngagements(scope, member);
            }
            return added;
        });
    }

    @Override
    public void change(TenantScope scope, Member member) {
        jdbc.runInScope(scope, () -> {
            int changed = jdbc.sql(scope, """
                update memberships set role = :role, all_engagements = :all, label = :label, updated_at = now()
                where client_account_id = :client and id = :id
                """)
                    .param("id", member.id().value())
                    .param("role", member.role().name())
                    .param("all", member.engagements() instanceof EngagementSelection.All)
                    .param("label", text(member.label()))
                    .update();
            jdbc.sql(
                            scope,
                            "delete from membership_engagements where client_account_id = :client and membership_id ="
                                    + " :id")
                    .param("id", member.id().value())
                    .update();
            if (changed == 1) {
                addEngagements(scope, member);
            }
        });
    }

    private void addEngagements(TenantScope scope, Member member) {
        if (member.engagements() instanceof EngagementSelection.Only(Set<EngagementId> engagementIds)) {
            jdbc.sql(scope, """
                insert into membership_engagements (client_account_id, membership_id, engagement_id)
                select :client, :id, unnest(:covered::uuid[])
                """)
                    .param("id", member.id().value())
                    .param(
                            "covered",
                            engagementIds.stream().map(EngagementId::value).toArray(UUID[]::new))
                    .update();
        }
    }

    @Override
    public void remove(TenantScope scope, MembershipId id) {
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, "delete from memberships where client_account_id = :client and id = :id")
                        .param("id", id.value())
                        .update());
    }

    @Override
    public void cover(TenantScope scope, PrincipalIdentity identity, EngagementId engagementId) {
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, """
                    insert into membership_engagements (client_account_id, membership_id, engagement_id)
                    select m.client_account_id, m.id, :engagement from memberships m
                    where m.client_account_id = :client and m.directory_tenant_id = :directory
                      and m.object_id = :object and not m.all_engagements
                    on conflict do nothing
                    """)
                        .param("engagement", engagementId.value())
                        .param("directory", identity.directoryTenantId())
                        .param("object", identity.objectId())
                        .update());
    }

    @Override
    public int lockAndCountAdministrators(TenantScope scope) {
        return jdbc.inScope(scope, () -> {
            ClientAccountLock.take(jdbc, scope);
            return jdbc.sql(scope, """
                select count(*) from memberships
                where client_account_id = :client and role = 'ADMINISTRATOR' and all_engagements
                """).query(Integer.class).single();
        });
    }

    private static @Nullable String text(@Nullable DisplayName name) {
        return name == null ? null : name.value();
    }

    private static Member member(ResultSet row) throws SQLException {
        String label = row.getString("label");
        return new Member(
                new MembershipId(row.getObject("id", UUID.class)),
                new PrincipalIdentity(
                        row.getObject("directory_tenant_id", UUID.class), row.getObject("object_id", UUID.class)),
                Role.valueOf(row.getString("role")),
                engagements(row),
                label == null ? null : new DisplayName(label),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable EngagementSelection engagements(ResultSet row) throws SQLException {
        if (row.getBoolean("all_engagements")) {
            return new EngagementSelection.All();
        }
        Set<EngagementId> ids = Arrays.stream(
                        (UUID[]) row.getArray("engagement_ids").getArray())
                .map(EngagementId::new)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? null : new EngagementSelection.Only(ids);
    }
}
