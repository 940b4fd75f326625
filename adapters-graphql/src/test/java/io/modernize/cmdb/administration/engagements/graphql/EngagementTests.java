package io.modernize.cmdb.administration.engagements.graphql;

import static io.modernize.cmdb.api.InMemoryTenancy.ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.DATACENTRE_EXIT;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_AGENT;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_MANAGER;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR_CLOUD;
import static io.modernize.cmdb.api.InMemoryTenancy.NORTHWIND;
import static io.modernize.cmdb.api.InMemoryTenancy.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.similarity.search.graphql.InMemoryAssets;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

/** One engagement, and what it leads to. */
@SpringBootTest(classes = GraphQlTestApplication.class, properties = "cmdb.api.limits.complexity=1000000")
class EngagementTests {
    private static final String ASSETS = "{ engagement(id: \"%s\") { assets { nodes { name } } } }";

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryTenancy tenancy;

    @Autowired
    private InMemoryAssets assets;

    @Autowired
    private InMemoryJobRuns runs;

    @BeforeEach
    void beginAnew() {
        assets.reset();
    }

    @AfterEach
    void takeChangesBack() {
        tenancy.reset();
    }

    private static String of(String document, Engagement engagement) {
        return document.formatted(engagement.id());
    }

    private JobRun queued(@Nullable EngagementId engagement, JobKind kind) {
        return runs.enqueue(TenantScope.forJob(NORTHWIND.id()), engagement, kind, JobSize.LARGE, Map.of(), "somebody")
                .orElseThrow();
    }

    @Test
    void leadsToItsAssetsImportsCoverageAndJobs() {
        JobRun own = queued(ERP.id(), JobKind.DUPLICATES);
        queued(DATACENTRE_EXIT.id(), JobKind.DUPLICATES);
        GraphQlTester.Response answer = caller.call(ANALYST, of("""
            { engagement(id: "%s") { slug
                assets(first: 50) { totalCount nodes { name engagement { slug } } }
                imports { nodes { fileName engagement { slug } job { id } } }
                embeddingCoverage { assets engagement { slug } }
                jobs(kinds: [DUPLICATES]) { nodes { id engagement { slug } } } } }
            """, ERP));

        answer.path("engagement.slug").entity(String.class).isEqualTo("erp");
        answer.path("engagement.assets.nodes[*].engagement.slug")
                .entityList(String.class)
                .satisfies(slugs -> assertThat(slugs).isNotEmpty().containsOnly("erp"));
        answer.path("engagement.imports").matchesJsonStrictly("""
            {"nodes": [{"fileName": "older.csv", "engagement": {"slug": "erp"}, "job": null}]}
            """);
        answer.path("engagement.embeddingCoverage").matchesJsonStrictly("""
            {"assets": 2, "engagement": {"slug": "erp"}}
            """);
        answer.path("engagement.jobs").matchesJsonStrictly("""
            {"nodes": [{"id": "%s", "engagement": {"slug": "erp"}}]}
            """.formatted(own.id()));
    }

    @Test
    void hasTheSameListWhereverItIsFound() {
        String page = "assets(first: 1%s) { nodes { name } pageInfo { endCursor hasNextPage } }";
        String cursor = caller.call(ANALYST, "{ engagements { id " + page.formatted("") + " } }")
                .path("engagements[1].assets.pageInfo.endCursor")
                .entity(String.class)
                .get();
        String next = page.formatted(", after: \"" + cursor + "\"");

        String byId = caller.call(ANALYST, of("{ engagement(id: \"%s\") { ", ERP) + next + " } }")
                .path("engagement.assets.nodes[0].name")
                .entity(String.class)
                .get();
        String byArgument = caller.call(
                        ANALYST, "{ " + next.replace("first: 1", of("engagementId: \"%s\", first: 1", ERP)) + " }")
                .path("assets.nodes[0].name")
                .entity(String.class)
                .get();
        assertThat(byArgument).isEqualTo(byId);
        assertThat(caller.refusal(ANALYST, of("{ engagement(id: \"%s\") { ", DATACENTRE_EXIT) + next + " } }")
                        .getExtensions())
                .as("a cursor of another engagement")
                .containsEntry("code", "CURSOR_INVALID");
    }

    @Test
    void hasPagesOfImportsAndJobsOfItsOwn() {
        queued(ERP.id(), JobKind.IMPORT);
        for (String list : new String[] {"imports", "jobs"}) {
            String page = list + "(first: 1%s) { nodes { id } pageInfo { endCursor } }";
            String cursor = caller.call(ANALYST, of("{ engagement(id: \"%s\") { ", ERP) + page.formatted("") + " } }")
                    .path("engagement." + list + ".pageInfo.endCursor")
                    .entity(String.class)
                    .get();
            String next = page.formatted(", after: \"" + cursor + "\"");

            caller.call(ANALYST, of("{ own: engagement(id: \"%s\") { ", ERP) + next + " } }")
                    .path("own." + list)
                    .hasValue();
            for (String other : new String[] {
                of("{ engagement(id: \"%s\") { ", DATACENTRE_EXIT) + next + " } }",
                "{ " + next + " }",
                of("{ engagement(id: \"%s\") { ", ERP) + next.replace(list, list.equals("jobs") ? "imports" : "jobs")
                        + " } }"
            }) {
                caller.call(ANALYST, other)
                        .errors()
                        .satisfy(errors -> assertThat(errors)
                                .as(other)
                                .isNotEmpty()
                                .allSatisfy(error ->
                                        assertThat(error.getExtensions()).containsEntry("code", "CURSOR_INVALID")));
            }
        }
    }

    @Test
    void isRefusedWhereTheHeaderNamesAnother() {
        assertThat(caller.call(
                                ADMINISTRATOR,
                                GraphQlCaller.header("X-Engagement-Id", ERP.id()),
                                of("{ engagement(id: \"%s\") { assets { nodes { name } } } }", ERP),
                                Map.of())
                        .path("engagement.assets.nodes")
                        .entityList(Object.class)
                        .get())
                .isNotEmpty();
        caller.call(
                        ADMINISTRATOR,
                        GraphQlCaller.header("X-Engagement-Id", ERP.id()),
                        "mutation { createEngagement(input: {slug: \"other\", name: \"Other\"}) {"
                                + " engagement { slug assets { nodes { name } } } } }",
                        Map.of())
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions())
                                .containsEntry("code", "BAD_INPUT")
                                .containsKey("remedy")));
    }

    /** A subscription lasts minutes, so each of its events has to ask who the caller is. */
    @Test
    void asksForEachEventWhoTheCallerIs() {
        JobRun run = queued(ERP.id(), JobKind.AUDIT);
        runs.requestStop(TenantScope.forJob(NORTHWIND.id()), run.id());
        tenancy.takeMembershipLookUps();

        List<GraphQlTester.Response> events = caller.events(
                ANALYST,
                "subscription { jobProgress(id: \"" + run.id()
                        + "\") { status engagement { slug embeddingCoverage { assets } } } }");

        assertThat(events)
                .singleElement()
                .satisfies(event -> event.path("jobProgress").matchesJsonStrictly("""
                    {"status": "STOPPED", "engagement": {"slug": "erp", "embeddingCoverage": {"assets": 2}}}
                    """));
        assertThat(tenancy.takeMembershipLookUps()).isEqualTo(2);
    }

    @Test
    void isNullWhereTheCallerMaySeeNone() {
        for (UUID id : new UUID[] {HARBOR_CLOUD.id().value(), UUID.randomUUID()}) {
            caller.call(ADMINISTRATOR, ASSETS.formatted(id)).path("engagement").valueIsNull();
        }
        caller.call(ERP_AGENT, of("{ engagement(id: \"%s\") { slug } }", DATACENTRE_EXIT))
                .path("engagement")
                .valueIsNull();
        caller.call(
                        ANALYST,
                        GraphQlCaller.header("X-Engagement-Id", ERP.id()),
                        of("{ engagement(id: \"%s\") { slug } }", DATACENTRE_EXIT),
                        Map.of())
                .path("engagement")
                .valueIsNull();
        assertThat(caller.refusal(ANALYST, "{ engagement(id: \"erp\") { slug } }")
                        .getExtensions())
                .containsEntry("code", "BAD_INPUT")
                .containsEntry("field", "id");
    }

    @Test
    void asksForThePermissionOfEachList() {
        for (Map.Entry<String, String> list : Map.of(
                        "assets { nodes { name } }", "data.full_access",
                        "imports { nodes { id } }", "data.full_access",
                        "jobs { nodes { id } }", "data.full_access",
                        "embeddingCoverage { assets }", "data.vector_search")
                .entrySet()) {
            GraphQlTester.Response answer =
                    caller.call(VIEWER, of("{ engagement(id: \"%s\") { slug ", ERP) + list.getKey() + " } }");
            answer.errors()
                    .satisfy(errors -> assertThat(errors)
                            .singleElement()
                            .satisfies(error -> assertThat(error.getExtensions())
                                    .as(list.getKey())
                                    .containsEntry("code", "NOT_PERMITTED")
                                    .containsEntry("permission", list.getValue())));
            answer.path("engagement.slug").entity(String.class).isEqualTo("erp");
        }
        assertThat(caller.refusal(ERP_AGENT, of(ASSETS, ERP)).getExtensions())
                .containsEntry("permission", "data.full_access");
    }

    /** The membership of the caller covers only some engagements. From the mutation on, it covers the new one. */
    @Test
    void canBeAskedOfAnEngagementThatIsNew() {
        caller.call(
                        ERP_MANAGER,
                        "mutation { createEngagement(input: {slug: \"new\", name: \"New\"}) { engagement { slug"
                                + " assets { nodes { name } } embeddingCoverage { assets } jobs { nodes { id } } } } }")
                .path("createEngagement.engagement")
                .matchesJsonStrictly("""
                    {"slug": "new", "assets": {"nodes": []}, "embeddingCoverage": {"assets": 0}, "jobs": {"nodes": []}}
                    """);
    }

    @Test
    void isLookedUpOnceForAllRowsOfAList() {
        queued(ERP.id(), JobKind.EMBEDDING);
        queued(DATACENTRE_EXIT.id(), JobKind.EMBEDDING);
        queued(null, JobKind.AUDIT);
        ask(ADMINISTRATOR, "{ jobs { nodes { id } } }");
        int withoutEngagements = tenancy.takeEngagementLookUps();

        ask(ADMINISTRATOR, "{ jobs { nodes { engagement { slug } } } }")
                .path("jobs.nodes[0].engagement")
                .valueIsNull();
        assertThat(tenancy.takeEngagementLookUps()).isEqualTo(withoutEngagements + 1);
    }

    private GraphQlTester.Response ask(PrincipalIdentity who, String document) {
        tenancy.takeEngagementLookUps();
        return caller.call(who, new HttpHeaders(), document, Map.of());
    }
}
