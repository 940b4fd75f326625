package io.modernize.cmdb.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Member;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.AdministrationContract;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.Engagements;
import io.modernize.cmdb.tenancy.application.ManageMemberships;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import io.modernize.cmdb.tenancy.application.MembershipOutcome;
import io.modernize.cmdb.tenancy.application.Memberships;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcAdministrationIT extends AdministrationContract {
    private final Memberships memberships;
    private final EngagementCatalog catalog;

    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    JdbcAdministrationIT(
            TwoClients clients,
            Memberships memberships,
            Engagements engagements,
            EngagementCatalog catalog,
            MembershipDirectory directory) {
        super(clients, memberships, engagements, catalog, directory);
        this.memberships = memberships;
        this.catalog = catalog;
    }

    /** Each takes its rights from the other, at once: whoever comes second has to be refused. */
    @RepeatedTest(20)
    void keepsOneOfTwoAdministratorsWhoDemoteEachOther() throws Exception {
        ManageMemberships manage = new ManageMemberships(memberships, catalog, transactions, Clock.systemUTC());
        TenantScope scope = clients.northwindScope();
        Member first = add(scope, 0, Role.ADMINISTRATOR, new EngagementSelection.All());
        Member second = add(scope, 1, Role.ADMINISTRATOR, new EngagementSelection.All());
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<MembershipOutcome>> calls = List.of(
                () -> {
                    start.await();
                    return manage.change(scope, second.id(), Role.ANALYST, new EngagementSelection.All());
                },
                () -> {
                    start.await();
                    return manage.revoke(scope, first.id());
                });

        List<MembershipOutcome> outcomes;
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            outcomes = callers.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(outcomes)
                .filteredOn(MembershipOutcome.LastAdministrator.class::isInstance)
                .hasSize(1);
        assertThat(memberships.lockAndCountAdministrators(scope)).isEqualTo(1);
    }

    @Test
    void refusesAMembershipInAnotherClientsEngagementByItsKeys() {
        Member jane =
                add(clients.northwindScope(), 0, Role.ANALYST, new EngagementSelection.Only(Set.of(clients.exit())));

        assertThatThrownBy(() -> memberships.change(
                        clients.northwindScope(),
                        jane.with(Role.ANALYST, new EngagementSelection.Only(Set.of(clients.cloud())))))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(memberships.find(clients.northwindScope(), jane.id())).contains(jane);
    }

    @Test
    void doesNotLetTheApplicationChangeSlugsOrDeleteEngagements() {
        new ApplicationLogin(transactions, jdbc)
                .isDenied(
                        clients.northwindScope(),
                        "update engagements set slug = 'other'",
                        "update client_accounts set slug = 'other'",
                        "delete from engagements",
                        "delete from client_accounts",
                        "insert into client_accounts (id, slug, name) values (gen_random_uuid(), 'x', 'x')");
    }
}
