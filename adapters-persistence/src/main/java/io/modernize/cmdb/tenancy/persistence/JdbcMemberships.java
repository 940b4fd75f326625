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
import io.modernize.cmdb.tenancy.application.TenantTransactions;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    JdbcMemberships(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public Page<Member> page(TenantScope scope, @Nullable MembershipPosition after, int limit) {
        return Page.forward(
                after,
                limit,
                most -> transactions.inScope(
                        scope,
                        () -> bound(scope, MEMBERS + """
                              and (:afterId::uuid is null or (m.created_at, m.id) > (:afterTime::timestamptz, :afterId::uuid))
                            order by m.created_at, m.id limit :limit
                            """)
                                .param(
                                        "afterTime",
                                        after == null ? null : after.grantedAt().atOffset(ZoneOffset.UTC))
                                .param(
                                        "afterId",
                                        after == null ? null : after.id().value())
                                .param("limit", most)
                                .query((row, number) -> member(row))
                                .list()));
    }

    @Override
    public Optional<Member> find(TenantScope scope, MembershipId id) {
        return transactions.inScope(
                scope,
                () -> bound(scope, MEMBERS + " and m.id = :id")
                        .param("id", id.value())
                        .query((row, number) -> member(row))
                        .optional());
    }

    @Override
    public boolean add(TenantScope scope, Member member) {
        return transactions.inScope(scope, () -> {
            boolean added = bound(scope, """
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
        transactions.runInScope(scope, () -> {
            int changed = bound(scope, """
                update memberships set role = :role, all_engagements = :all, label = :label, updated_at = now()
                where client_account_id = :client and id = :id
                """)
                    .param("id", member.id().value())
                    .param("role", member.role().name())
                    .param("all", member.engagements() instanceof EngagementSelection.All)
                    .param("label", text(member.label()))
                    .update();
            bound(scope, "delete from membership_engagements where client_account_id = :client and membership_id = :id")
                    .param("id", member.id().value())
                    .update();
            if (changed == 1) {
                addEngagements(scope, member);
            }
        });
    }

    private void addEngagements(TenantScope scope, Member member) {
        if (member.engagements() instanceof EngagementSelection.Only(Set<EngagementId> engagementIds)) {
            bound(scope, """
                insert into membership_engagements (client_account_id, membership_id, engagement_id)
                select :client, :id, unnest(:engagements::uuid[])
                """)
                    .param("id", member.id().value())
                    .param(
                            "engagements",
                            engagementIds.stream().map(EngagementId::value).toArray(UUID[]::new))
                    .update();
        }
    }

    @Override
    public void remove(TenantScope scope, MembershipId id) {
        transactions.runInScope(
                scope,
                () -> bound(scope, "delete from memberships where client_account_id = :client and id = :id")
                        .param("id", id.value())
                        .update());
    }

    @Override
    public void cover(TenantScope scope, PrincipalIdentity identity, EngagementId engagementId) {
        transactions.runInScope(
                scope,
                () -> bound(scope, """
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
        return transactions.inScope(scope, () -> {
            ClientAccountLock.take(jdbc, scope);
            return bound(scope, """
                select count(*) from memberships
                where client_account_id = :client and role = 'ADMINISTRATOR' and all_engagements
                """).query(Integer.class).single();
        });
    }

    private StatementSpec bound(TenantScope scope, String sql) {
        return jdbc.sql(sql).param("client", scope.clientAccountId().value());
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
