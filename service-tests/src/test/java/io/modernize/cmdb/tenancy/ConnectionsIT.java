package io.modernize.cmdb.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.gate.FrugalServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** A service whose work of one kind has all connections that it may have. */
@FrugalServiceTest
class ConnectionsIT {
    private static final Cast CAST = Cast.CONNECTIONS;
    private static final String ENGAGEMENTS = "{ engagements { slug } }";

    private final List<Connection> taken = new ArrayList<>();

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    @Qualifier("requestsPool")
    private DataSource requests;

    @Autowired
    @Qualifier("backgroundPool")
    private DataSource background;

    @Autowired
    private MeterRegistry meters;

    private Map<String, String> caller;

    @BeforeEach
    void signIn() {
        ClientAccount account = registry.ensureClientAccount(CAST.slug("northwind"), "Northwind Traders");
        registry.ensureEngagement(account.id(), new Slug("exit"), "Exit");
        registry.saveMembership(new Membership(
                CAST.identity("0001", "a1"), account.id(), Role.ADMINISTRATOR, new EngagementSelection.All()));
        caller = Map.of("Authorization", "Bearer " + CAST.signIn(service, "northwind-agent"));
    }

    @AfterEach
    void giveBack() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    void servesRequestsAndTellsItsHealthWhileBackgroundWorkHasAll() throws SQLException {
        takeAll(background);

        assertThat(service.graphQl(caller, ENGAGEMENTS, Map.of()).body()).contains("\"slug\":\"exit\"");
        assertThat(service.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void tellsItsHealthWhileRequestsHaveAll() throws SQLException {
        takeAll(requests);

        assertThat(service.graphQl(caller, ENGAGEMENTS, Map.of()).body())
                .contains("errors")
                .doesNotContain("\"slug\"");
        assertThat(service.get("/actuator/health").status()).isEqualTo(200);

        giveBack();
        assertThat(service.graphQl(caller, ENGAGEMENTS, Map.of()).body()).contains("\"slug\":\"exit\"");
    }

    @ParameterizedTest
    @CsvSource({"requests, 10", "background, 10", "administration, 2", "owner, 4"})
    void countsTheConnectionsOfEachPool(String pool, double most) {
        Gauge gauge = meters.find("hikaricp.connections.max").tag("pool", pool).gauge();

        assertThat(Objects.requireNonNull(gauge, "of each pool").value()).isEqualTo(most);
    }

    private void takeAll(DataSource pool) throws SQLException {
        int most = pool.unwrap(HikariDataSource.class).getMaximumPoolSize();
        for (int i = 0; i < most; i++) {
            taken.add(pool.getConnection());
        }
    }
}
