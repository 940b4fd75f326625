package io.modernize.cmdb.similarity.duplicates.graphql;

import static io.modernize.cmdb.api.GraphQlCaller.header;
import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static io.modernize.cmdb.api.InMemoryTenancy.CONSULTANT_OF_BOTH;
import static io.modernize.cmdb.api.InMemoryTenancy.DATACENTRE_EXIT;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP_AGENT;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR;
import static io.modernize.cmdb.api.InMemoryTenancy.STRANGER;
import static io.modernize.cmdb.api.InMemoryTenancy.VIEWER;
import static io.modernize.cmdb.similarity.duplicates.graphql.InMemoryDuplicateGroups.BEST;
import static io.modernize.cmdb.similarity.duplicates.graphql.InMemoryDuplicateGroups.FOREIGN;
import static io.modernize.cmdb.similarity.duplicates.graphql.InMemoryDuplicateGroups.LAST;
import static io.modernize.cmdb.similarity.duplicates.graphql.InMemoryDuplicateGroups.OF_ERP;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.search.graphql.InMemoryAssets;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

@SpringBootTest(classes = GraphQlTestApplication.class, properties = "spring.threads.virtual.enabled=true")
class DuplicateGroupTests {
    private static final String GROUPS = """
        query ($first: Int, $after: String, $engagementId: ID, $includeDismissed: Boolean) {
          duplicateGroups(first: $first, after: $after, engagementId: $engagementId, includeDismissed: $includeDismissed) {
            pageInfo { endCursor hasNextPage }
            nodes { id engagement { slug } members { id name } reasons { kind text } score foundAt stale dismissed
              dismissedAt } } }
        """;
    private static final String REVIEWED =
            " group { id dismissed dismissedAt } errors { code message field remedy } } }";
    private static final String DISMISS =
            "mutation ($id: ID!) { result: dismissDuplicateGroup(input: {groupId: $id}) {" + REVIEWED;
    private static final String RESTORE =
            "mutation ($id: ID!) { result: restoreDuplicateGroup(input: {groupId: $id}) {" + REVIEWED;

    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private InMemoryDuplicateGroups groups;

    @Autowired
    private InMemoryTenancy tenancy;

    @BeforeEach
    void restoreAll() {
        groups.reset();
    }

    @Test
    void showsGroupsWithTheirReasons() {
        GraphQlTester.Response response = ask(ANALYST, Map.of("first", 1));

        response.path("duplicateGroups.nodes")
                .matchesJsonStrictly("""
                    [ { "id": "%s", "engagement": { "slug": "datacentre-exit" },
                        "members": [ { "id": "%s", "name": "ora-prod-01" }, { "id": "%s", "name": "sap-app-01" } ],
                        "reasons": [
                          { "kind": "SAME_SERIAL_NUMBER", "text": "They share the serial number ABC123." },
                          { "kind": "SAME_ADDRESS", "text": "They share the address 192.0.2.1." },
                          { "kind": "SIMILAR_NAMES",
                            "text": "Their names are the same, ignoring case, separators and domain." },
                          { "kind": "NEAR_IDENTICAL_VECTORS",
                            "text": "Their descriptions are nearly identical: cosine similarity 0.988." } ],
                        "score": 0.95, "foundAt": "2026-03-01T12:00:00Z", "stale": false, "dismissed": false,
                        "dismissedAt": null } ]
                    """.formatted(BEST.id(), InMemoryAssets.ORACLE.id(), InMemoryAssets.SAP.id()));
    }

    @Test
    void pagesToTheEnd() {
        List<String> read = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("first", 1));
        boolean more = true;
        while (more) {
            GraphQlTester.Response page = ask(ANALYST, variables);
            read.addAll(ids(page));
            more = page.path("duplicateGroups.pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .get();
            variables.put(
                    "after",
                    page.path("duplicateGroups.pageInfo.endCursor")
                            .entity(String.class)
                            .get());
        }

        assertThat(read).containsExactly(id(BEST), id(OF_ERP), id(LAST));
        GraphQlTester.Response beyond = ask(ANALYST, variables);
        assertThat(ids(beyond)).isEmpty();
        beyond.path("duplicateGroups.pageInfo.endCursor").valueIsNull();
    }

    @Test
    void looksUpEngagementsOnceForAllGroups() {
        tenancy.takeEngagementLookUps();

        assertThat(ids(ask(ANALYST, Map.of()))).hasSize(3);

        assertThat(tenancy.takeEngagementLookUps()).isOne();
    }

    @Test
    void narrowsToTheEngagementAskedFor() {
        assertThat(ids(ask(ANALYST, Map.of("engagementId", ERP.id().toString()))))
                .containsExactly(id(OF_ERP));
        assertThat(ids(caller.call(ANALYST, header("X-Engagement-Id", DATACENTRE_EXIT.id()), GROUPS, Map.of())))
                .containsExactly(id(BEST), id(LAST));
        assertThat(ids(ask(ERP_AGENT, Map.of()))).containsExactly(id(OF_ERP));
        assertThat(ids(caller.call(CONSULTANT_OF_BOTH, header("X-Client-Account-Id", HARBOR.id()), GROUPS, Map.of())))
                .containsExactly(id(FOREIGN));
    }

    @Test
    void hidesDismissedGroupsUntilTheyAreRestored() {
        caller.call(ANALYST, new HttpHeaders(), DISMISS, Map.of("id", id(BEST)))
                .path("result.group.dismissed")
                .entity(Boolean.class)
                .isEqualTo(true);
        assertThat(groups.dismissedBy()).contains(ANALYST);

        assertThat(ids(ask(ANALYST, Map.of()))).containsExactly(id(OF_ERP), id(LAST));
        assertThat(ids(ask(ANALYST, Map.of("includeDismissed", true)))).containsExactly(id(BEST), id(OF_ERP), id(LAST));

        caller.call(ANALYST, new HttpHeaders(), RESTORE, Map.of("id", id(BEST)))
                .path("result.group")
                .matchesJsonStrictly(
                        "{ \"id\": \"%s\", \"dismissed\": false, \"dismissedAt\": null }".formatted(id(BEST)));
        assertThat(ids(ask(ANALYST, Map.of()))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {DISMISS, RESTORE})
    void answersForeignAndAbsentGroupsAlike(String mutation) {
        String absent = "{ \"group\": null, \"errors\": [ { \"code\": \"GROUP_UNKNOWN\","
                + " \"message\": \"There is no such group among those you may see.\", \"field\": \"groupId\","
                + " \"remedy\": \"Send the id of a group that duplicateGroups returned; a later search may have"
                + " replaced it.\" } ] }";

        for (String id : List.of(id(FOREIGN), UUID.randomUUID().toString())) {
            caller.call(ANALYST, new HttpHeaders(), mutation, Map.of("id", id))
                    .path("result")
                    .matchesJsonStrictly(absent);
        }
        caller.call(ANALYST, header("X-Engagement-Id", ERP.id()), mutation, Map.of("id", id(BEST)))
                .path("result")
                .matchesJsonStrictly(absent);
        assertThat(groups.dismissedBy()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {DISMISS, RESTORE})
    void letsOnlyThoseChangeWhoMayWorkWithAllData(String mutation) {
        for (PrincipalIdentity identity : List.of(ERP_AGENT, VIEWER)) {
            assertThat(refusal(identity, mutation, Map.of("id", id(OF_ERP))).getExtensions())
                    .containsEntry("code", "NOT_PERMITTED")
                    .containsEntry("permission", "data.full_access");
        }
        assertThat(refusal(STRANGER, mutation, Map.of("id", id(OF_ERP))).getExtensions())
                .containsEntry("code", "NOT_A_MEMBER");
        assertThat(groups.dismissedBy()).isEmpty();
    }

    @Test
    void letsOnlyThoseLookWhoMaySearch() {
        assertThat(code(refusal(VIEWER, GROUPS, Map.of()))).isEqualTo("NOT_PERMITTED");
        assertThat(code(refusal(STRANGER, GROUPS, Map.of()))).isEqualTo("NOT_A_MEMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "nonsense"})
    void refusesWhatIsNoGroupId(String id) {
        GraphQlTester.Response response = caller.call(ANALYST, new HttpHeaders(), DISMISS, Map.of("id", id));

        response.path("result.group").valueIsNull();
        response.path("result.errors[0].code").entity(String.class).isEqualTo("BAD_INPUT");
        response.path("result.errors[0].field").entity(String.class).isEqualTo("groupId");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void refusesAPageOutOfRange(int first) {
        assertThat(refusal(ANALYST, GROUPS, Map.of("first", first)).getExtensions())
                .containsEntry("code", "BAD_INPUT")
                .containsEntry("field", "first");
    }

    @Test
    void refusesWhatIsNoCursor() {
        byte[] scoreOutOfRange = new byte[24];
        scoreOutOfRange[0] = 0x7f;
        for (String cursor : List.of(
                "",
                "nonsense",
                "*",
                Base64.getUrlEncoder().encodeToString(new byte[23]),
                Base64.getUrlEncoder().encodeToString(scoreOutOfRange))) {
            assertThat(refusal(ANALYST, GROUPS, Map.of("after", cursor)).getExtensions())
                    .as(cursor)
                    .containsEntry("code", "CURSOR_INVALID")
                    .containsEntry("field", "after");
        }
    }

    @Test
    void countsEveryGroupOfEveryAlias() {
        String aliases = IntStream.range(0, 15)
                .mapToObj(i -> "a" + i + ": duplicateGroups(first: 100) { nodes { id score members { id name } } }")
                .collect(Collectors.joining(" ", "{ ", " }"));

        assertThat(code(refusal(ANALYST, aliases, Map.of()))).isEqualTo("QUERY_TOO_COMPLEX");
    }

    private GraphQlTester.Response ask(PrincipalIdentity identity, Map<String, Object> variables) {
        return caller.call(identity, new HttpHeaders(), GROUPS, variables);
    }

    private ResponseError refusal(PrincipalIdentity identity, String document, Map<String, Object> variables) {
        return caller.refusal(identity, new HttpHeaders(), document, variables);
    }

    private static @Nullable Object code(ResponseError refusal) {
        return refusal.getExtensions().get("code");
    }

    private static List<String> ids(GraphQlTester.Response response) {
        return response.path("duplicateGroups.nodes[*].id")
                .entityList(String.class)
                .get();
    }

    private static String id(DuplicateGroup group) {
        return group.id().toString();
    }
}
