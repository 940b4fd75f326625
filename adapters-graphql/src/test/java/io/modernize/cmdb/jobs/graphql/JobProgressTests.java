package io.modernize.cmdb.jobs.graphql;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.InMemoryAdministration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.test.tester.GraphQlTester;

/** How long a stream shows a job that does not end. */
@SpringBootTest(classes = GraphQlTestApplication.class)
class JobProgressTests {
    private static final TenantScope SCOPE = TenantScope.forJob(NORTHWIND.id());

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryTenancy tenancy;

    @Autowired
    private InMemoryAdministration administration;

    @Autowired
    private InMemoryJobRuns runs;

    private JobRun run;
    private String subscription;

    @BeforeEach
    void queue() {
        run = runs.enqueue(SCOPE, null, JobKind.AUDIT, Map.of(), "somebody").orElseThrow();
        subscription = "subscription { jobProgress(id: \"" + run.id() + "\") { status } }";
    }

    @AfterEach
    void takeChangesBack() {
        runs.requestStop(SCOPE, run.id());
        tenancy.reset();
    }

    @Test
    void endsWithTheMembership() {
        List<GraphQlTester.Response> events =
                caller.events(GraphQlCaller.signedIn(ANALYST), subscription, first -> revoke());

        assertEndsWith(events, "NOT_A_MEMBER");
    }

    @Test
    void endsWithTheToken() {
        List<GraphQlTester.Response> events =
                caller.events(GraphQlCaller.signedInUntil(ANALYST, Instant.EPOCH), subscription, event -> {});

        assertEndsWith(events, "TOKEN_EXPIRED");
    }

    private void revoke() {
        administration.page(SCOPE, null, 100).entries().stream()
                .filter(member -> member.identity().equals(ANALYST))
                .forEach(member -> administration.remove(SCOPE, member.id()));
    }

    private static void assertEndsWith(List<GraphQlTester.Response> events, String code) {
        assertThat(events).hasSize(2);
        events.getFirst().path("jobProgress.status").entity(String.class).isEqualTo("QUEUED");
        events.getLast()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", code)));
    }
}
