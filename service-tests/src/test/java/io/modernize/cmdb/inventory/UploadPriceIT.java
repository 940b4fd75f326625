package io.modernize.cmdb.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.Cast;
import io.modernize.cmdb.ServiceTest;
import io.modernize.cmdb.ServiceUnderTest;
import io.modernize.cmdb.ServiceUnderTest.Answer;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * An upload costs what its bytes cost the service. The points of a minute pay for the request and some ten megabytes. The
 * server reads the rest of a refused file, so that the caller reads the answer.
 */
@ServiceTest
@TestPropertySource(
        properties = {
            "cmdb.api.limits.complexity=10000",
            "cmdb.api.limits.client-account-points-per-minute=20000",
            "server.tomcat.max-swallow-size=-1"
        })
class UploadPriceIT {
    private static final Cast CAST = Cast.UPLOADS;

    /** The points for it come back within two minutes. */
    private static final int DEAR = 40 << 20;

    @Autowired
    private ServiceUnderTest service;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private TestDatabase database;

    @Test
    void refusesAndForgetsWhatTheClientAccountCannotPay() {
        ClientAccount account = registry.ensureClientAccount(CAST.slug("dear"), "Northwind");
        registry.saveMembership(new Membership(
                CAST.identity("0001", "a1"), account.id(), Role.ADMINISTRATOR, new EngagementSelection.All()));
        Engagement engagement = registry.ensureEngagement(account.id(), new Slug("exit"), "exit");

        Answer answer = service.post(
                "/imports/uploads?engagementId=" + engagement.id() + "&fileName=servers.csv",
                Map.of("Authorization", "Bearer " + CAST.signIn(service, "northwind-agent")),
                "x".repeat(DEAR));

        assertThat(answer.status()).as(answer.body()).isEqualTo(429);
        assertThat(answer.json().path("code").asString()).isEqualTo("RATE_LIMITED");
        assertThat(answer.headers()).containsKey("retry-after");
        assertThat(JdbcClient.create(database.adminDataSource())
                        .sql("select count(*) from import_uploads")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
