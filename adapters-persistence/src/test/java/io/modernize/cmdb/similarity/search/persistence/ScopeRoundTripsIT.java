package io.modernize.cmdb.similarity.search.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.PersistenceTestApplication;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How often a request waits for the network before and after its search, counted on the wire. */
@SpringBootTest(classes = PersistenceTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@DirtiesContext
class ScopeRoundTripsIT {
    /** More often than it takes the driver to prepare a statement on the server. */
    private static final int TRIES = 20;

    private static final RoundTripProxy PROXY =
            new RoundTripProxy(TestDatabase.shared().jdbcUrl());

    private final PrincipalIdentity jane = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());

    @DynamicPropertySource
    static void pointToTheProxy(DynamicPropertyRegistry properties) {
        TestDatabase.shared().properties().forEach((name, value) -> properties.add(name, () -> value));
        properties.add("cmdb.database.url", PROXY::jdbcUrl);
    }

    @Autowired
    private MembershipDirectory directory;

    @Autowired
    private EngagementCatalog engagements;

    @Autowired
    private ClientAccountRegistry registry;

    @AfterAll
    static void closeProxy() {
        PROXY.close();
    }

    @Test
    void readsMembershipsInOneRoundTrip() {
        TwoClients clients = RegisteredClients.in(registry);
        registry.saveMembership(new Membership(jane, clients.northwind(), Role.ANALYST, new EngagementSelection.All()));

        assertThat(leastRoundTripsOf(
                        () -> assertThat(directory.membershipsOf(jane)).hasSize(1)))
                .isEqualTo(1);
    }

    @Test
    void readsEngagementsInOneRoundTrip() {
        TwoClients clients = RegisteredClients.in(registry);

        assertThat(leastRoundTripsOf(() -> assertThat(engagements.engagements(clients.northwindScope()))
                        .hasSize(2)))
                .isEqualTo(1);
    }

    /** The least of several tries, since the pool looks after a connection that has rested. */
    private static long leastRoundTripsOf(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = PROXY.roundTrips();
            work.run();
            least = Math.min(least, PROXY.roundTrips() - before);
        }
        return least;
    }
}
