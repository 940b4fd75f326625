package io.modernize.cmdb.api.callers;

import static io.modernize.cmdb.api.InMemoryTenancy.ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.DATACENTRE_EXIT;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.test.tester.GraphQlTester;

/** A request asks once who its caller is, however many of its fields need to know. */
@SpringBootTest(classes = GraphQlTestApplication.class, properties = "cmdb.api.limits.complexity=100000")
class ScopeLookUpTests {
    private static final int SEARCHES = 21;

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryTenancy tenancy;

    @Autowired
    private InMemoryJobRuns runs;

    @BeforeEach
    void countFromNow() {
        tenancy.takeMembershipLookUps();
        tenancy.takeEngagementLookUps();
    }

    @AfterEach
    void takeChangesBack() {
        tenancy.reset();
    }

    @Test
    void ofAMutation() {
        ask("mutation { result: renameClientAccount(input: {name: \"Northwind AG\"}) { errors { code } } }")
                .path("result.errors")
                .entityList(Object.class)
                .hasSize(0);

        assertThat(tenancy.takeMembershipLookUps()).isEqualTo(1);
    }

    /** The first one could have been about the caller's own membership. */
    @Test
    void ofEachMutationOfARequest() {
        ask("mutation { one: renameClientAccount(input: {name: \"Northwind AG\"}) { errors { code } }"
                        + " two: renameClientAccount(input: {name: \"Northwind SE\"}) { errors { code } } }")
                .path("two.errors")
                .entityList(Object.class)
                .hasSize(0);

        assertThat(tenancy.takeMembershipLookUps()).isEqualTo(2);
    }

    @Test
    void ofAMutationInOneEngagement() {
        ask("mutation { result: startDuplicateSearch(input: {engagementId: \"" + ERP.id()
                        + "\"}) { errors { code } } }")
                .path("result.errors")
                .entityList(Object.class)
                .hasSize(0);

        assertThat(tenancy.takeMembershipLookUps()).isEqualTo(1);
        assertThat(tenancy.takeEngagementLookUps()).isEqualTo(1);
    }

    @Test
    void ofStoppingAJob() {
        JobRun run = runs.enqueue(
                        TenantScope.forJob(NORTHWIND.id()),
                        null,
                        JobKind.MIGRATION,
                        JobSize.LARGE,
                        Map.of(),
                        "somebody")
                .orElseThrow();

        ask("mutation { result: stopJob(input: {id: \"" + run.id() + "\"}) { errors { code } } }")
                .path("result.errors")
                .entityList(Object.class)
                .hasSize(0);

        assertThat(tenancy.takeMembershipLookUps()).isEqualTo(1);
    }

    /** Three assets, for each of which seven searches are asked for. */
    @Test
    void ofAPageWithASearchForEachAsset() {
        String searches = IntStream.range(0, SEARCHES / 3)
                .mapToObj(i -> "s" + i + ": similar(topK: 1) { hits { score } }")
                .collect(Collectors.joining(" "));

        ask("{ assets(first: 3) { edges { node { name " + searches + " } } } }")
                .path("assets.edges")
                .entityList(Object.class)
                .hasSize(3);

        assertThat(tenancy.takeMembershipLookUps()).isEqualTo(1);
        assertThat(tenancy.takeEngagementLookUps()).isZero();
    }

    @Test
    void ofListsInSeveralEngagements() {
        ask("{ a: assets(engagementId: \"%1$s\") { edges { cursor } } b: assets(engagementId: \"%2$s\") { edges { cursor } } c: assets(engagementId: \"%1$s\") { edges { cursor } } }"
                        .formatted(ERP.id(), DATACENTRE_EXIT.id()))
                .path("a.edges")
                .hasValue();

        assertThat(tenancy.takeMembershipLookUps()).isEqualTo(1);
        assertThat(tenancy.takeEngagementLookUps())
                .as("one for each engagement")
                .isEqualTo(2);
    }

    @Test
    void anewForTheNextRequest() {
        for (int request = 0; request < 2; request++) {
            ask("{ assets { edges { cursor } } }").path("assets").hasValue();
        }

        assertThat(tenancy.takeMembershipLookUps()).isEqualTo(2);
    }

    private GraphQlTester.Response ask(String document) {
        return caller.call(ADMINISTRATOR, document);
    }
}
