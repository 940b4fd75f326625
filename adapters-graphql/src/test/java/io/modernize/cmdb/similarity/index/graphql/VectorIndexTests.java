package io.modernize.cmdb.similarity.index.graphql;

import static io.modernize.cmdb.api.GraphQlCaller.header;
import static io.modernize.cmdb.api.InMemoryTenancy.ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.CONSULTANT_OF_BOTH;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_AGENT;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR_ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.STRANGER;
import static io.modernize.cmdb.api.InMemoryTenancy.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

@SpringBootTest(classes = GraphQlTestApplication.class, properties = "spring.threads.virtual.enabled=true")
class VectorIndexTests {
    private static final String HEALTH =
            "{ vectorIndex { rows tailRows indexName builtAt efSearch rerankCount checkedAt } }";
    private static final String AUDITS = """
        query Audits($first: Int, $after: String) { recallAudits(first: $first, after: $after) {
          nodes { auditedAt strategy efSearch rerankCount rows queries topK recall targetRecall met exactP50Millis
            planP50Millis planP95Millis }
          pageInfo { hasNextPage endCursor } } }
        """;

    @Autowired
    private GraphQlCaller caller;

    @Test
    void tellsHowTheClientAccountIsSearched() {
        caller.call(ADMINISTRATOR, HEALTH).path("vectorIndex").matchesJsonStrictly("""
            { "rows": 9000000000, "tailRows": 12, "indexName": "cmdb_hnsw_1", "builtAt": "2026-03-01T02:00:00Z",
              "efSearch": 150, "rerankCount": 400, "checkedAt": "2026-03-01T02:10:00Z" }
            """);
    }

    @Test
    void answersWithTheInitialKnobsBeforeAnythingWasCounted() {
        caller.call(HARBOR_ADMINISTRATOR, header("X-Client-Account-Id", HARBOR.id()), HEALTH, Map.of())
                .path("vectorIndex")
                .matchesJsonStrictly("""
                    { "rows": 0, "tailRows": 0, "indexName": null, "builtAt": null,
                      "efSearch": 100, "rerankCount": 400, "checkedAt": null }
                    """);
        caller.call(HARBOR_ADMINISTRATOR, header("X-Client-Account-Id", HARBOR.id()), AUDITS, Map.of())
                .path("recallAudits")
                .matchesJsonStrictly("""
                    { "nodes": [], "pageInfo": { "hasNextPage": false, "endCursor": null } }
                    """);
    }

    @Test
    void tellsWhatWasMeasured() {
        caller.call(ADMINISTRATOR, AUDITS).path("recallAudits.nodes").matchesJsonStrictly("""
            [ { "auditedAt": "2026-03-02T02:30:00Z", "strategy": "APPROXIMATE", "efSearch": 150, "rerankCount": null,
                "rows": 9000000000, "queries": 50, "topK": 10, "recall": 0.994, "targetRecall": 0.99, "met": true,
                "exactP50Millis": 31.25, "planP50Millis": 2.5, "planP95Millis": 4.0 },
              { "auditedAt": "2026-03-01T02:30:00Z", "strategy": "QUANTISED", "efSearch": null, "rerankCount": 3200,
                "rows": 8000, "queries": 50, "topK": 10, "recall": 0.98, "targetRecall": 0.99, "met": false,
                "exactP50Millis": 5.0, "planP50Millis": 1.5, "planP95Millis": 2.0 } ]
            """);
    }

    @Test
    void returnsNoMoreAuditsThanAskedForAndThenTheNext() {
        GraphQlTester.Response first = caller.call(ADMINISTRATOR, new HttpHeaders(), AUDITS, Map.of("first", 1));
        first.path("recallAudits.nodes[*].strategy").entityList(String.class).containsExactly("APPROXIMATE");
        first.path("recallAudits.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);

        String cursor = first.path("recallAudits.pageInfo.endCursor")
                .entity(String.class)
                .get();
        GraphQlTester.Response second =
                caller.call(ADMINISTRATOR, new HttpHeaders(), AUDITS, Map.of("first", 1, "after", cursor));
        second.path("recallAudits.nodes[*].strategy").entityList(String.class).containsExactly("QUANTISED");
        second.path("recallAudits.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void refusesANumberOfAuditsOutOfRange(int first) {
        ResponseError error = caller.refusal(ADMINISTRATOR, new HttpHeaders(), AUDITS, Map.of("first", first));

        assertThat(error.getExtensions()).containsEntry("code", "BAD_INPUT").containsEntry("field", "first");
    }

    @Test
    void refusesAScopeOfSomeEngagementsSinceTheNumbersCountThemAll() {
        for (String document : new String[] {HEALTH, AUDITS}) {
            assertThat(caller.refusal(ADMINISTRATOR, header("X-Engagement-Id", ERP.id()), document, Map.of())
                            .getExtensions())
                    .containsEntry("code", "ALL_ENGAGEMENTS_NEEDED")
                    .containsKey("remedy");
        }
    }

    @Test
    void refusesWhoDoesNotOperateTheService() {
        assertThat(codeFor(VIEWER)).isEqualTo("NOT_PERMITTED");
        assertThat(codeFor(ANALYST)).isEqualTo("NOT_PERMITTED");
        assertThat(codeFor(ERP_AGENT)).isEqualTo("NOT_PERMITTED");
        assertThat(codeFor(STRANGER)).isEqualTo("NOT_A_MEMBER");
        assertThat(codeFor(CONSULTANT_OF_BOTH)).isEqualTo("CLIENT_ACCOUNT_CHOICE_NEEDED");
    }

    @Test
    void countsEveryAuditOfEveryAlias() {
        String aliases = IntStream.range(0, 12)
                .mapToObj(i -> "a" + i + ": recallAudits(first: 100) { nodes { auditedAt strategy recall met rows"
                        + " queries topK targetRecall } }")
                .collect(Collectors.joining(" ", "{ ", " }"));

        assertThat(caller.refusal(ADMINISTRATOR, aliases).getExtensions()).containsEntry("code", "QUERY_TOO_COMPLEX");
    }

    private @Nullable Object codeFor(PrincipalIdentity identity) {
        return caller.refusal(identity, HEALTH).getExtensions().get("code");
    }
}
