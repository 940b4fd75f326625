package io.modernize.cmdb.inventory.graphql;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.inventory.application.ImportHistory.PastImport;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

/** Imports as callers see them, and what embedding cost. */
@SpringBootTest(classes = GraphQlTestApplication.class, properties = "spring.threads.virtual.enabled=true")
class ImportReportTests {
    private static final String REPORT = """
        query ($id: ID!, $after: String) {
          importReport(id: $id) {
            import { fileName created updated unchanged rejected totalRows readRows engagement { slug } job { id } requestedBy }
            rejections(first: 2, after: $after) { nodes { line field value reason remedy } pageInfo { endCursor hasNextPage } } } }
        """;

    @Autowired
    private GraphQlCaller caller;

    @Test
    void listsImportsNewestFirst() {
        GraphQlTester.Response first =
                caller.call(ANALYST, "{ imports(first: 1) { nodes { fileName } pageInfo { endCursor hasNextPage } } }");
        first.path("imports.nodes[*].fileName").entityList(String.class).containsExactly("newer.csv");
        first.path("imports.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);

        GraphQlTester.Response second = caller.call(
                ANALYST,
                new HttpHeaders(),
                "query ($after: String) { imports(after: $after) { nodes { fileName } pageInfo { hasNextPage } } }",
                Map.of(
                        "after",
                        first.path("imports.pageInfo.endCursor")
                                .entity(String.class)
                                .get()));
        second.path("imports.nodes[*].fileName").entityList(String.class).containsExactly("older.csv");
        second.path("imports.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);

        caller.call(ANALYST, "{ imports(engagementId: \"" + ERP.id() + "\") { nodes { fileName } } }")
                .path("imports.nodes[*].fileName")
                .entityList(String.class)
                .containsExactly("older.csv");
    }

    @Test
    void pagesThroughWhatWasRejected() {
        GraphQlTester.Response first = report(InMemoryImportHistory.NEWER, Map.of());
        first.path("importReport.rejections.nodes[*].line")
                .entityList(Integer.class)
                .containsExactly(2, 3);
        first.path("importReport.rejections.nodes[0].remedy")
                .entity(String.class)
                .satisfies(remedy -> assertThat(remedy).startsWith("Correct ram in line 2"));
        String cursor = first.path("importReport.rejections.pageInfo.endCursor")
                .entity(String.class)
                .get();

        report(InMemoryImportHistory.NEWER, Map.of("after", cursor))
                .path("importReport.rejections.nodes[*].line")
                .entityList(Integer.class)
                .containsExactly(4);
        assertThat(caller.refusal(
                                ANALYST,
                                new HttpHeaders(),
                                REPORT,
                                Map.of(
                                        "id",
                                        InMemoryImportHistory.OLDER.state().id().toString(),
                                        "after",
                                        cursor))
                        .getExtensions())
                .as("a cursor of another report")
                .containsEntry("code", "CURSOR_INVALID");
    }

    private GraphQlTester.Response report(PastImport past, Map<String, Object> variables) {
        Map<String, Object> all = new java.util.HashMap<>(variables);
        all.put("id", past.state().id().toString());
        return caller.call(ANALYST, new HttpHeaders(), REPORT, all);
    }

    @Test
    void answersForAnothersImportAsForNone() {
        report(InMemoryImportHistory.FOREIGN, Map.of()).path("importReport").valueIsNull();
        caller.call(ANALYST, "{ importReport(id: \"" + UUID.randomUUID() + "\") { import { id } } }")
                .path("importReport")
                .valueIsNull();
    }

    @Test
    void asksForThePermission() {
        assertThat(caller.refusal(ERP_AGENT, "{ imports { pageInfo { hasNextPage } } }")
                        .getExtensions())
                .containsEntry("permission", "data.full_access");
        assertThat(caller.refusal(ERP_AGENT, "{ importReport(id: \"" + UUID.randomUUID() + "\") { import { id } } }")
                        .getExtensions())
                .containsEntry("permission", "data.full_access");
        assertThat(caller.refusal(ANALYST, "{ embeddingUsage { tokensToday } }").getExtensions())
                .containsEntry("permission", "account.manage");
    }
}
